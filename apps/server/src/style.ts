/** The one style sheet of the pages: quiet, readable, light and dark, wide and narrow, on paper. */
export const style = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d2126;--soft:#565d66;--line:#d9d5cb;--mark:#8a3a12;--calm:#1f5f4a;--tint:#f3efe4;--deep:#e9e1cd;--deeper:#ddd0b0}
@media(prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e7e6e1;--soft:#a9b0b8;--line:#343a42;--mark:#f0a878;--calm:#7fcfb0;--tint:#20242a;--deep:#2a2f36;--deeper:#363b43}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Noto Serif","Times New Roman",serif}
h1,h2,h3,nav,small,.meta,.stands,aside,button,.skip,.banner,footer{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:inherit;text-decoration-color:var(--mark);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--mark);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
.wrap{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header.top{border-bottom:1px solid var(--line)}header.top .wrap{padding-block:1.5rem 1.25rem}
h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.1rem);line-height:1.2;margin:0 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 .5rem}h3{font-size:1rem;margin:1.8rem 0 .4rem}
p{margin:.5rem 0}.lead{max-width:44rem;margin:0}.meta{color:var(--soft);font-size:.9rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.8rem 0 0;padding:0;font-size:.95rem}
.banner{background:var(--tint);border-inline-start:4px solid var(--mark);padding:.75rem 1rem;margin:1.25rem 0;font-size:.95rem;line-height:1.5}
.columns{display:grid;gap:2.5rem;padding-block:.5rem 3rem}
@media(min-width:62rem){.columns{grid-template-columns:minmax(0,1fr) 21rem}}
.columns>*{min-width:0}
aside section{border-top:1px solid var(--line);padding:1rem 0;font-size:.95rem;line-height:1.5}
aside section:first-child{border-top:0}
.clock{font-size:1.25rem;font-variant-numeric:tabular-nums;margin:.2rem 0;color:var(--calm);font-weight:600}
.log{list-style:none;margin:0;padding:0}.log li{padding:.4rem 0;border-bottom:1px dotted var(--line)}
.log .n{color:var(--soft);font-variant-numeric:tabular-nums}
.para{display:grid;grid-template-columns:3.2rem minmax(0,1fr);margin:1.1rem 0;break-inside:avoid}
.para>*{grid-column:2}.para>.number{grid-column:1;grid-row:1;color:var(--soft);font-size:.95rem;line-height:1.8}
.para p{margin:0;line-height:1.75}.para[data-level="1"]{margin-inline-start:1.5rem}.para[data-level="2"]{margin-inline-start:3rem}
.bracket{background:var(--tint);padding:.1em .1em;border-radius:3px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.bracket .bracket{background:var(--deep)}.bracket .bracket .bracket{background:var(--deeper)}
.edge{color:var(--mark);font-weight:700}.edge sub{font:600 .62em system-ui,sans-serif;vertical-align:-.25em}
.stands{margin:.35rem 0 0;padding:0;list-style:none;font-size:.86rem;line-height:1.5;color:var(--soft)}
.stands q,.stands b{color:var(--ink)}.stands .objects{color:var(--mark)}.stands .backs,.stands .proposes{color:var(--calm)}
.stands li{padding-inline-start:.8rem;border-inline-start:2px solid var(--line);margin:.15rem 0}
.offer{border:1px dashed var(--calm);border-radius:4px;padding:.5rem .8rem;margin-top:.5rem;font-size:.95rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--tint);padding:.7rem .8rem;border-radius:4px;font:.8rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace;margin:.5rem 0}
code{font:.88em ui-monospace,"DejaVu Sans Mono",monospace}
ul.legend{list-style:none;font-family:system-ui,"Noto Sans",sans-serif;color:var(--soft);padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.4rem 0;font-size:.86rem}
ol.steps{padding-inline-start:1.2rem;margin:.4rem 0}
button{font:inherit;font-family:system-ui,sans-serif;padding:.6rem 1.4rem;border:1px solid var(--ink);border-radius:4px;background:var(--ink);color:var(--paper);cursor:pointer}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}footer .wrap{padding-block:1.25rem}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:40rem){.para{grid-template-columns:2.5rem minmax(0,1fr)}.para>.number{font-size:.85rem;line-height:2.1}}
@media print{aside,nav,.skip{display:none}.columns{display:block}}
`
