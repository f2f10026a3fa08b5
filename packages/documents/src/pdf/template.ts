/**
 * How a paper looks, in Typst. Words never stand in it: they come as data (`sys.inputs.data`, JSON), so that nothing in a
 * text can be taken for a command.
 */
export const template = `
#let data = json(bytes(sys.inputs.data))
#let direction(name) = if name == "rtl" { rtl } else { ltr }
#set document(title: data.title, date: none)
#set text(font: ("Libertinus Serif", "Noto Naskh Arabic"), size: 11pt, lang: data.lang, dir: direction(data.dir))
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 2.5cm, top: 2.8cm, bottom: 2.4cm),
  header: align(center, text(size: 8.5pt, stack(spacing: 5pt, ..data.head.map(line => text(line))))),
  footer: context align(center, text(size: 8.5pt)[#text(data.page) #counter(page).display() #text(data.of) #counter(page).final().first()]),
)
#show heading: it => block(above: 1.4em, below: 0.8em, sticky: true, text(size: if it.level == 1 { 14pt } else if it.level == 2 { 12.5pt } else { 11.5pt }, weight: "bold", it.body))

#let styled(run) = {
  let style = run.at("s", default: "")
  if style == "strong" { strong(text(run.t)) } else if style == "emphasis" { emph(text(run.t)) } else if style == "both" { strong(emph(text(run.t))) } else { text(run.t) }
}
#let shown(run) = {
  let kind = run.at("k", default: "")
  if kind == "sign" {
    text(weight: "bold", run.t)
    if run.d > 1 and run.o { text(size: 0.62em, baseline: 0.25em, str(run.d)) }
  } else if kind == "said" { text(size: 0.85em, style: "italic", run.t) }
  else if kind == "break" { linebreak() }
  else if kind == "note" { footnote(numbering: _ => run.t, run.n.map(shown).join()) }
  else if kind == "code" { text(font: "DejaVu Sans Mono", size: 0.78em, run.t) }
  else { styled(run) }
}
#let runs(list) = list.map(shown).join()
#let indented(block) = {
  let by = block.level * 0.9cm
  if block.dir == "rtl" { pad(right: by, block.body) } else { pad(left: by, block.body) }
}
#let paragraph(b) = {
  set text(dir: direction(b.dir))
  set align(start)
  let body = if b.number == "" { runs(b.runs) } else {
    grid(columns: (auto, 1fr), column-gutter: 0.55em, box(width: calc.max(0.85cm, 0.24cm * b.number.len()), text(b.number)), runs(b.runs))
  }
  block(above: 0.9em, below: 0.9em, indented((level: b.level, dir: b.dir, body: body)))
}
#let item(b) = {
  set text(dir: direction(b.dir))
  set align(start)
  if b.kind == "heading" { heading(level: b.level, runs(b.runs)) }
  else if b.kind == "paragraph" { paragraph(b) }
  else if b.kind == "quote" { block(above: 0.9em, below: 0.9em, inset: (x: 0.9cm), text(size: 10.5pt, runs(b.runs))) }
  else if b.kind == "list" { list(..b.items.map(runs)) }
  else if b.kind == "facts" {
    block(above: 1em, below: 1em, grid(columns: (auto, 1fr), column-gutter: 1em, row-gutter: 0.65em, ..b.rows.map(row => (strong(text(row.name)), runs(row.runs))).flatten()))
  }
}

#align(center, block(below: 1.2em)[
  #text(size: 16pt, weight: "bold", data.title)
  #if data.about != "" { parbreak(); text(size: 10.5pt, data.about) }
])
#for b in data.blocks { item(b) }
`
