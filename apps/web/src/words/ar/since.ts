/** What happened since somebody was last here. */
export const since = {
  'since.title': 'منذ آخر مرة كنت هنا',
  'since.title.new': 'في الآونة الأخيرة',
  'since.none': 'لم يحدث منذئذ شيء يخصك.',
  'since.seenAll': 'اطلعت على هذا',
  'since.cut': 'حدث أكثر مما يظهر هنا؛ وكل شيء في السجل.',
  'since.elsewhere': 'المقررات والاجتماعات',
  'since.paragraph': 'في الفقرة {number}',
  'since.more':
    '{n, plural, zero {لا مزيد} one {وواحد آخر} two {واثنان آخران} few {و# أخرى} many {و# أخرى} other {و# أخرى}}',
  'since.count.objection':
    '{n, plural, zero {لا اعتراض على ما تتمسك به} one {اعتراض واحد على ما تتمسك به} two {اعتراضان على ما تتمسك به} few {# اعتراضات على ما تتمسك به} many {# اعتراضا على ما تتمسك به} other {# اعتراض على ما تتمسك به}}',
  'since.count.silence':
    '{n, plural, zero {لا خطوة في إجراءات الصمت} one {خطوة واحدة في إجراء صمت} two {خطوتان في إجراءات الصمت} few {# خطوات في إجراءات الصمت} many {# خطوة في إجراءات الصمت} other {# خطوة في إجراءات الصمت}}',
  'since.count.decision':
    '{n, plural, zero {لا خطوة في المقررات} one {خطوة واحدة في مقرر} two {خطوتان في المقررات} few {# خطوات في المقررات} many {# خطوة في المقررات} other {# خطوة في المقررات}}',
  'since.count.offer':
    '{n, plural, zero {لا نص من الرئيس} one {نص واحد من الرئيس} two {نصان من الرئيس} few {# نصوص من الرئيس} many {# نصا من الرئيس} other {# نص من الرئيس}}',
  'since.count.reopening':
    '{n, plural, zero {لا إعادة فتح} one {إعادة فتح واحدة} two {إعادتا فتح} few {# إعادات فتح} many {# إعادة فتح} other {# إعادة فتح}}',
  'since.count.proposal':
    '{n, plural, zero {لا اقتراح جديدا} one {اقتراح جديد واحد} two {اقتراحان جديدان} few {# اقتراحات جديدة} many {# اقتراحا جديدا} other {# اقتراح جديد}}',
  'since.count.settled':
    '{n, plural, zero {لا خلاف حُسم} one {خلاف واحد حُسم} two {خلافان حُسما} few {# خلافات حُسمت} many {# خلافا حُسمت} other {# خلاف حُسمت}}',
  'since.count.climbed':
    '{n, plural, zero {لا فقرة صعدت} one {فقرة واحدة صعدت} two {فقرتان صعدتا} few {# فقرات صعدت} many {# فقرة صعدت} other {# فقرة صعدت}}',
  'since.count.text':
    '{n, plural, zero {لا نص فُتح أو اعتُمد} one {نص واحد فُتح أو اعتُمد} two {نصان فُتحا أو اعتُمدا} few {# نصوص فُتحت أو اعتُمدت} many {# نصا فُتحت أو اعتُمدت} other {# نص فُتحت أو اعتُمدت}}',
  'since.count.version':
    '{n, plural, zero {لا نسخة صدرت} one {نسخة واحدة صدرت} two {نسختان صدرتا} few {# نسخ صدرت} many {# نسخة صدرت} other {# نسخة صدرت}}',
  'since.count.meeting':
    '{n, plural, zero {لا خطوة في الاجتماعات} one {خطوة واحدة في اجتماع} two {خطوتان في الاجتماعات} few {# خطوات في الاجتماعات} many {# خطوة في الاجتماعات} other {# خطوة في الاجتماعات}}',
  'since.count.comment':
    '{n, plural, zero {لا تعليق من وفدك} one {تعليق واحد من وفدك} two {تعليقان من وفدك} few {# تعليقات من وفدك} many {# تعليقا من وفدك} other {# تعليق من وفدك}}',
  'since.count.instruction':
    '{n, plural, zero {لا تعليمات من وفدك} one {تعليمة واحدة من وفدك} two {تعليمتان من وفدك} few {# تعليمات من وفدك} many {# تعليمة من وفدك} other {# تعليمة من وفدك}}',
  'since.objection.raised': 'اعتراض على ما تتمسك به',
  'since.text.opened': 'فُتح باب التفاوض عليه',
  'since.text.adopted': 'اعتُمد',
  'since.proposal.wording': 'اقتُرحت صياغة جديدة',
  'since.proposal.alternative': 'اقتُرح بديل',
  'since.proposal.paragraph': 'اقتُرحت فقرة جديدة',
  'since.proposal.deletion': 'اقتُرح الحذف',
  'since.proposal.move': 'اقتُرح النقل',
  'since.settled.withdrawn': 'سُحب الاقتراح',
  'since.settled.bracket': 'أُغلق القوس',
  'since.settled.alternatives': 'حُسمت البدائل',
  'since.settled.deletion': 'حُسم أمر الحذف',
  'since.settled.move': 'حُسم أمر النقل',
  'since.settled.paragraph': 'حُسم أمر الفقرة الجديدة',
  'since.settled.chairsText': 'أُخذ بنص الرئيس',
  'since.offer.chairsText': 'عُرض نص الرئيس',
  'since.climbed.advanced': 'صعدت درجة في السلّم',
  'since.reopening.asked': 'طُلبت إعادة الفتح',
  'since.reopening.reopened': 'أُعيد فتحها',
  'since.version.issued': 'صدرت نسخة',
  'since.instruction.given': 'دُوّنت تعليمات',
  'since.comment.said': 'تعليق',
  'since.silence.opened': 'فُتح إجراء الصمت',
  'since.silence.proposed': 'اقتُرح إجراء الصمت في اجتماع',
  'since.silence.extended': 'مُدّد إجراء الصمت',
  'since.silence.broken': 'كُسر الصمت',
  'since.silence.suspended': 'عُلّق إجراء الصمت',
  'since.silence.resumed': 'استؤنف إجراء الصمت',
  'since.silence.withdrawn': 'سُحب إجراء الصمت',
  'since.silence.noticed': 'إشعار بكيفية انتهاء الصمت',
  'since.decision.put': 'طُرح على الاجتماع',
  'since.decision.objected': 'أُثير اعتراض',
  'since.decision.adopted': 'اعتُمد',
  'since.decision.notReached': 'لا توافق في الآراء',
  'since.decision.published': 'نُشر',
  'since.decision.stated': 'أُرفق بيان',
  'since.meeting.convened': 'دُعي إلى اجتماع',
  'since.meeting.opened': 'افتُتح الاجتماع',
  'since.meeting.calledOff': 'أُلغي الاجتماع',
  'since.meeting.closed': 'اختُتم الاجتماع',
  'since.meeting.journal': 'عُمّمت اليومية',
} as const
