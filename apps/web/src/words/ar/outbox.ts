/** What was written on this device and is on its way to the record. */
export const outbox = {
  'outbox.title': 'الصادر',
  'outbox.lead': 'ما تكتبه يُحفظ على هذا الجهاز إلى أن يقرّ السجل باستلامه.',
  'outbox.empty': 'كل ما كتبته مقيّد في السجل.',
  'outbox.state.written': 'مكتوب',
  'outbox.state.sent': 'مُرسَل',
  'outbox.state.recorded': 'مقيّد',
  'outbox.state.refused': 'لم يُقبل',
  'outbox.place': 'الموضع الذي يخصه',
  'outbox.now': 'نص الفقرة الآن',
  'outbox.asAlternative': 'إرساله بديلا عن الفقرة بأكملها',
  'outbox.again': 'إعادة الإرسال',
  'outbox.discard': 'تركه',
  'outbox.discard.sure': 'ترك هذه الكلمات نهائيا',
  'outbox.recorded': 'ما قُيّد منذ أن فتحت هذه الصفحة',
} as const
