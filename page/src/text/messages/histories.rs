//! The words around histories, in both languages.

use jifen::scheme::Language;

use crate::text::sentence::{Sentence, same_slots};

messages! { HistoryMessages, history_messages:
    // A period in the form.
    period[1]: "第 {0} 段", "Period {0}";
    first_month: "从", "From";
    last_month: "到", "To";
    month_like: "如 202112", "e.g. 202112";
    still: "至今", "now";
    base: "基数（元/月）", "Base (yuan)";
    kind: "类型", "Kind";
    add: "再加一段", "Add a period";
    remove[1]: "删除第 {0} 段", "Remove period {0}";
    months_help: "月份写成 202112 或 2021-12；还在继续的，“到”空着。", "Write months as 202112 or 2021-12; leave “To” empty for what goes on.";

    // What may be wrong with one.
    fault_month: "这里要填月份，写成 202112 或 2021-12。", "This should be a month, such as 202112 or 2021-12.";
    fault_first: "这一段没有填从哪个月开始。", "This period has no first month.";
    fault_late[1]: "{0}还没有到；还在继续的，“到”空着就行。", "{0} is still to come; for what goes on, leave “To” empty.";
    fault_early[1]: "{0}太早了，请核对。", "{0} is too early; please check it.";
    fault_backwards: "这一段的结束早于开始，请核对两个月份。", "This period ends before it begins; check its two months.";

    // A period, and months, in words.
    span[2]: "{0}至{1}", "{0} to {1}";
    since[1]: "{0}至今", "{0} to now";
    month[2]: "{0}年{1}月", "{1} {0}";
    on_base[1]: "基数 {0} 元", "base {0} yuan";

    // What follows from a history.
    follows[2]: "按您填的“{1}”算：{0}", "From your {1}: {0}";
    by_hand[2]: "按您填的“{1}”算：{0}。现在用的是您在这里填的。", "From your {1} it would be {0}. What you gave here is used.";
    range[3]: "按您填的“{2}”，是 {0} 到 {1}，先按这个范围算分；知道准确的，请填在这里。", "From your {2} it is {0} to {1}, and points are counted for all of that; give the number here if you know it.";
    says_nothing[1]: "从您填的“{0}”看不出来，请在这里回答。", "Your {0} does not tell; please answer here.";
    answer_here: "改为自己填", "Answer it here instead";
    answer_here_of[1]: "改为自己填：{0}", "Answer it here instead: {0}";
    use_history: "用算出来的", "Use the history";
    how: "怎么算的", "How it was counted";
    looked_at[1]: "看的是{0}。", "Looked at: {0}.";
    looked_up_to[1]: "数到{0}。", "Counted up to {0}.";
    present_month: "这个月还没有过完，“至今”的先不算进去。", "The present month is not over: what goes on does not count for it yet.";
    counted[1]: "算进去的：{0}。", "Counted: {0}.";
    nothing_counted: "没有月份算进去。", "No month counts.";
    short[2]: "{0}每月差 {1} 元。", "{0}: {1} yuan a month short.";
    unknown[1]: "{0}的基数或者标准不清楚，没法算。", "{0}: the base or the figure is not known, so these months are open.";

    // What is worth a second look.
    overlap[3]: "{0}填了两次（{1}，{2}）；同一个月只算一次。", "{0} is given twice ({1}; {2}); a month counts once.";
    overlap_kinds[3]: "{0}既填了“{1}”又填了“{2}”，请核对；同一个月在两地都缴了，要先处理好。", "{0} is given both as “{1}” and as “{2}”; please check. A month paid in two places has to be cleared up first.";
    gap[1]: "{0}没有填在任何一段里，按没有算。中断超过 3 个月的，有的规定会从头数。", "{0} stands in no period and counts as nothing. After a break of more than 3 months some rules begin anew.";
    no_base[1]: "{0}没有填基数，按倍数数月份的题没法算。", "{0} has no base, so months at a multiple cannot be counted.";
    beyond[4]: "{0}的基数不在{1}的上下限（{2} 到 {3} 元）之间，请核对；先按您填的算。", "The base of {0} lies outside the limits of {1} ({2} to {3} yuan); please check it. What you gave is used.";
    too_young[2]: "{0}早于您满 16 岁的{1}，请核对。", "{0} begins before {1}, when you turned 16; please check it.";

    // Answers that clash.
    clash_months[1]: "有这种情况的月份：{0}。", "The months: {0}.";

    // Records that are pasted.
    paste: "粘贴缴费记录", "Paste records";
    paste_help: "从手机应用、网页、表格或 PDF 里复制缴费明细，粘贴到这里；也可以打开 .csv 或 .txt 文件。只在本页里读，不上传；姓名、证件号、单位名称读过就丢。", "Copy the list of payments from an app, a page, a table or a PDF and paste it here, or open a .csv or .txt file. It is read in this page and sent nowhere; names, identity numbers and employers are dropped.";
    paste_label: "缴费记录", "Records";
    paste_open: "打开文件", "Open a file";
    paste_read: "读一读", "Read it";
    paste_found[2]: "读到 {0} 段，共 {1} 个月。核对以后再用。", "Found {0} {0|period|periods} with {1} {1|month|months} in all. Check them before you use them.";
    paste_none: "没有读到月份。请复制带有年月的那几行，或者直接在下面填。", "No months were found. Copy the lines with the months in them, or fill in the periods below.";
    paste_tax: "这是个人所得税的记录，不是社保的；请粘贴社保缴费明细。", "This is a record of income tax, not of insurance. Paste the list of insurance payments.";
    paste_guessed: "记录里没有表头，基数是按样子猜的，请特别核对。", "The record has no head, so the base is only the number that looks like one; check it with care.";
    paste_no_base: "这份记录里没有基数：用了以后，请给每一段补上。", "This record gives no base: add it to each period afterwards.";
    paste_total[2]: "记录自己写的是累计 {0} 个月，这里读到 {1} 个月。更早的月份不在这份记录里的，请补上。", "The record states {0} months in all, and {1} were read. Add the earlier months if this record leaves them out.";
    paste_total_holds[1]: "和记录里写的累计 {0} 个月对得上。", "This agrees with the {0} months that the record states.";
    paste_left_out[1]: "没有用的月份：{0}。", "Months that are not used: {0}.";
    paste_not_all[1]: "这些月份不是每种保险都有，没有算进去：{0}。", "Months that are not there in every insurance are left out: {0}.";
    paste_unread[1]: "有 {0} 行没有读懂：", "{0} {0|line|lines} could not be read:";
    paste_line[2]: "第 {0} 行：{1}", "Line {0}: {1}";
    paste_more[1]: "还有 {0} 行。", "And {0} more.";
    paste_long[1]: "太长了，只读到第 {0} 行之前；请分几次粘贴。", "Too long: only the lines before line {0} were read. Paste it in parts.";
    paste_too_many[1]: "超过 {0} 段，放不下；请分几次粘贴，或者合并相同的月份。", "More than {0} periods do not fit; paste it in parts, or join months that are alike.";
    paste_goes_on: "现在还在缴：最后一段算到“至今”", "Still being paid: the last period goes on";
    paste_use: "用这些代替现在填的", "Use these instead of what is there";
    paste_file_fault: "这个文件打不开，或者太大；请复制里面的文字粘贴。", "This file cannot be opened, or is too large; copy its text and paste it.";
    not_paid: "没有缴", "not paid";
    top_up: "基数调整补收", "raised base";
    refunded: "退了", "paid back";
    transferred: "转入的", "transferred in";
    deferred: "缓缴", "deferred";
    lump_sum: "一次性补的", "paid at once";
    partly: "不知道是哪几个月", "which months is not told";
    no_month: "没有月份", "no month";
    no_such_month: "没有这样的月份", "no such month";
    backwards: "结束早于开始", "ends before it begins";
    unknown_kind: "看不出缴没缴", "whether it was paid is not clear";
    only_year: "只有年份，没有月份", "a year without its month";
    no_end: "没有写到哪个月为止", "its last month is not told";
    unclear: "看不出是什么", "not clear what it is";
    tax_line: "个人所得税", "income tax";
    elsewhere_line: "参保地写的不是本市", "its place of insurance is not this city";
    too_wide: "列太多", "too many columns";
}
