/** The map of members, and how good the forecasts are. */
export const study = {
  'foresight.map.lead':
    'مواقع الأعضاء بعضهم من بعض، محسوبة من تصويتاتهم المسجلة في الجمعية العامة للأمم المتحدة وحدها. والقرب يعني أنهم صوتوا تصويتا متشابها. ولا اتجاه أفضل من آخر، والإشارات تُختار لكل دورة على حدة.',
  'foresight.map.none': 'لا توجد تصويتات مسجلة مثبتة هنا.',
  'foresight.map.session': 'الدورة',
  'foresight.map.session.of': 'الدورة {session}، من {year}',
  'foresight.map.dimensions': 'الأبعاد',
  'foresight.map.dimensions.1': 'بُعد واحد',
  'foresight.map.dimensions.2': 'بُعدان',
  'foresight.map.title.1': 'الأعضاء في بُعد واحد، الدورة {session} (من {year})',
  'foresight.map.title.2': 'الأعضاء في بُعدين، الدورة {session} (من {year})',
  'foresight.map.counts':
    '{n, plural, zero {من دون أي تصويت مسجل.} one {من تصويت مسجل واحد.} two {من تصويتين مسجلين.} few {من # تصويتات مسجلة.} many {من # تصويتا مسجلا.} other {من # تصويت مسجل.}} وتمتد الخطوط إلى أقصى ما قد يبعد الموقع عن الصواب في تسع عشرة مرة من عشرين.',
  'foresight.map.axes': 'أفقيا البُعد الأول، وعموديا الثاني',
  'foresight.map.column.member': 'العضو',
  'foresight.map.column.votes': 'الأصوات المدلى بها',
  'foresight.map.column.first': 'البُعد الأول',
  'foresight.map.column.firstError': 'الخطأ المعياري للأول',
  'foresight.map.column.second': 'البُعد الثاني',
  'foresight.map.column.secondError': 'الخطأ المعياري للثاني',
  'foresight.backtest.lead':
    'توقعت النماذج دورات للجمعية العامة للأمم المتحدة لم ترها. وهنا كم مرة أصابت، إلى جانب ما كان يمكن لأي أحد أن يقوله. وهو مفتوح للجميع.',
  'foresight.backtest.none': 'لا يُحفظ على هذا الخادم اختبار للتوقعات بعد.',
  'foresight.backtest.made':
    'البنود التي صُوّت عليها: {items}، في الدورات {sessions}، والأعضاء: {members}. وتُوقعت كل دورة مما سبقها وحده.',
  'foresight.backtest.measures': 'معنى الأرقام',
  'foresight.backtest.measures.told':
    'الخسارة اللوغاريتمية ومقياس براير يعاقبان التوقعات الواثقة الخاطئة: الأقل أفضل. والترتيب (AUC) يقول كم مرة أُعطيت الحالة التي وقع فيها الأمر الاحتمال الأكبر من حالتين: 1 تام، و0.5 مصادفة. والميل 1 يعني أن التوقعات ليست مفرطة الجرأة (دون 1) ولا مفرطة الحذر (فوق 1).',
  'foresight.backtest.question.member': 'أن يصوت عضو ضد القرار',
  'foresight.backtest.question.event': 'أن يصوت أي أحد ضد القرار',
  'foresight.backtest.question.eventWithout': 'أن يصوت أي أحد غير {without} ضد القرار',
  'foresight.backtest.cases': 'الحالات: {n}؛ ووقع ذلك في {share} من كل مئة.',
  'foresight.backtest.better': 'بالخسارة اللوغاريتمية توقعنا أفضل من كل طريقة بسيطة.',
  'foresight.backtest.notBetter': 'بالخسارة اللوغاريتمية توقعنا ليس أفضل من: {ways}.',
  'foresight.backtest.way': 'طريقة التوقع',
  'foresight.backtest.way.ours': 'طريقتنا',
  'foresight.backtest.way.baseRate': 'كم يقع ذلك عموما',
  'foresight.backtest.way.baseRatePerIssue': 'كم يقع ذلك في المسألة',
  'foresight.backtest.way.lastTime': 'ما فعلوه في المرة السابقة',
  'foresight.backtest.logloss': 'الخسارة اللوغاريتمية',
  'foresight.backtest.brier': 'مقياس براير',
  'foresight.backtest.auc': 'الترتيب (AUC)',
  'foresight.backtest.slope': 'الميل',
  'foresight.backtest.sounded': 'عندما يُجسّ نبض نصف الأعضاء',
  'foresight.backtest.sounded.told':
    'عندما تُعرف أصوات كل عضو ثانٍ تكون الخسارة اللوغاريتمية للآخرين {with}؛ ومن دون ذلك {without}.',
  'foresight.calibration': 'ما قيل وما وقع',
  'foresight.calibration.of': 'المعايرة: {question}',
  'foresight.calibration.axes': 'أفقيا: الاحتمال المعطى. عموديا: كم مرة وقع.',
  'foresight.calibration.said': 'الاحتمال المعطى (المتوسط)',
  'foresight.calibration.happened': 'وقع',
  'foresight.calibration.n': 'الحالات',
  'foresight.calibration.good': 'لم تبعد التوقعات في أي موضع، في عشرين حالة أو أكثر، بأكثر من خمس من مئة.',
  'foresight.calibration.bold':
    'التوقعات في مجملها مفرطة الجرأة: ما سُمي مرجحا وقع أقل، وما سُمي غير مرجح وقع أكثر.',
  'foresight.calibration.timid':
    'التوقعات في مجملها مفرطة الحذر: ما سُمي مرجحا وقع أكثر من ذلك، وما سُمي غير مرجح وقع أقل.',
  'foresight.calibration.fails': 'أين يخطئ، بأكثر من خمس من مئة:',
  'foresight.calibration.fail':
    'حيث قيل {said} وقع ذلك في {happened} ({n, plural, zero {لا حالة} one {حالة واحدة} two {حالتان} few {# حالات} many {# حالة} other {# حالة}}).',
} as const
