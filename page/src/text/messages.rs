//! Every word of the page in both languages, in one table: a word that lacks a language does not compile.
//!
//! A number in brackets says how many slots a sentence has; [`Sentence`] says what may stand in them.

use jifen::scheme::Language;

use crate::text::sentence::same_slots;
pub(crate) use crate::text::sentence::{Sentence, format};

macro_rules! messages {
    ($table:ident, $read:ident: $($name:ident $([$slots:literal])?: $zh:literal, $en:literal;)*) => {
        /// The words of one language.
        pub(crate) struct $table {
            $(pub(crate) $name: message!(type $($slots)?),)*
        }

        $(const _: () = assert!(
            same_slots($zh, $en, message!(count $($slots)?)),
            concat!("`", stringify!($name), "` has other slots in one language than in the other, or another number")
        );)*

        /// Returns the words of a language.
        pub(crate) fn $read(language: Language) -> &'static $table {
            static ZH: $table = $table { $($name: message!(text $zh $(, $slots)?),)* };
            static EN: $table = $table { $($name: message!(text $en $(, $slots)?),)* };
            match language {
                Language::Zh => &ZH,
                Language::En => &EN,
            }
        }
    };
}

/// An entry of a table: plain words or, with a number of slots, a sentence.
macro_rules! message {
    (type) => { &'static str };
    (type $slots:literal) => { Sentence<$slots> };
    (count) => { 0 };
    (count $slots:literal) => { $slots };
    (text $text:literal) => { $text };
    (text $text:literal, $slots:literal) => { Sentence::new($text) };
}

messages! { Messages, messages:
    // The frame of the page.
    page_title: "积分估算", "Points estimator";
    page_title_with[1]: "{0} · 积分估算", "{0} · Points estimator";
    skip: "跳到估算结果", "Skip to the result";
    larger: "大字", "Larger";
    reset: "清空", "Clear";
    reset_erased: "已清空全部回答；记在这台设备上的也删掉了，以后不再记。", "All answers are cleared. This device has forgotten them too, and remembers nothing from now on.";
    reset_not_erased: "已清空本页的回答。记在这台设备上的没有删掉：浏览器不允许，请在浏览器设置里清除本站的数据。", "The answers on this page are cleared. Those that this device remembers are not: the browser forbids it. Clear this site's data in the browser's settings.";
    from_link: "下面的回答来自您打开的链接，不一定是您的。", "These answers came with the link that you opened; they may be somebody else's.";
    from_unmarked_link: "下面的回答来自您打开的链接，不一定是您的。链接是旧式的，完不完整看不出来，请核对。", "These answers came with the link that you opened; they may be somebody else's. It is an older kind of link that cannot show whether it is complete, so check them.";
    start_own: "清空，填自己的", "Clear them and answer for yourself";
    reset_done: "已清空全部回答。", "All answers are cleared.";
    undo: "撤销", "Undo";
    cities: "城市", "Cities";
    schemes: "这个城市的制度", "Schemes of this city";
    purpose: "积分用来", "Points for";
    purpose_any: "都看", "All";
    purpose_school: "孩子上学", "School";
    purpose_household: "落户", "Hukou";
    purpose_services: "公共服务", "Services";
    purposes_unknown: "这里的积分能用来做什么，没有查到", "What the points are good for here was not found";
    doors: "您想知道什么", "What would you like to know?";
    door_enough: "我够不够", "Am I there?";
    door_word: "App 显示什么", "App status";
    door_bring: "要带什么材料", "What to bring";
    loading: "正在读取规则…", "Loading the rules …";
    separator: "；", "; ";
    in_brackets[1]: "（{0}）", " ({0})";
    colon: "：", ": ";
    comma: "、", ", ";
    clause_comma: "，", ", ";
    stop: "。", ".";
    space: "", " ";

    date[3]: "{0}年{1}月{2}日", "{2} {1} {0}";
    // In order, after one that no month has.
    months: "- 1 2 3 4 5 6 7 8 9 10 11 12", "- January February March April May June July August September October November December";

    // When rules do not arrive.
    load_failed: "规则没有读到", "The rules could not be read";
    load_network: "网络断了，或者网站暂时打不开。请检查网络，然后重试。", "The network is down, or the site cannot be reached. Check the connection, then try again.";
    load_status[1]: "网站回答了 {0}，没有给出规则文件。请稍后重试；一直这样，请告诉本站管理员。", "The site answered {0} instead of the rules. Try again later; if it keeps happening, tell whoever runs this site.";
    load_foreign: "收到的不是规则文件，可能是网络的登录页或错误页。请确认网络已登录，然后重试。", "What arrived is not a rule file, perhaps the sign-in page of a network. Sign in to the network, then try again.";
    load_other_build: "网站刚刚更新，这一页还是旧的。请重新打开本页。", "The site has just been updated and this page is older. Open the page again.";
    load_damaged: "规则文件没有传完整。请重试。", "The rule file arrived damaged. Try again.";
    load_kept: "您的回答都还在。", "Your answers are kept.";
    retry: "重试", "Try again";

    // What an address or a file held that could not be used.
    troubles: "链接或文件里有几处没有用上", "Parts of the link or file were not used";
    trouble_cut: "文件不完整，只用了读到的部分。请核对下面的回答。", "The file is incomplete; only what could be read is used. Check the answers below.";
    trouble_cut_short: "链接不完整，后面断了一截。请核对下面的回答，或者请对方把完整的链接再发一次。", "The link is incomplete: its end is missing. Check the answers below, or ask for the whole link again.";
    trouble_cut_off[1]: "链接不完整，后面断了一截，少了 {0} 个回答。请补答，或者请对方把完整的链接再发一次。", "The link is incomplete: its end is missing, and {0} {0|answer|answers} with it. Answer again, or ask for the whole link.";
    trouble_altered: "链接在途中变了样，里面的回答可能不是原来的。请逐项核对，或者请对方再发一次。", "The link was changed on its way, so its answers may not be the ones that were given. Check each, or ask for the link again.";
    trouble_unmarked: "这是旧式链接，是不是完整看不出来，请核对下面的回答。", "This is an older kind of link that cannot show whether it is complete; check the answers below.";
    trouble_misplaced: "链接里的 # 变成了 %23，回答照样填上了；不过这一次，整个网址连同回答发给了网站。转发时请用本页的“复制链接”。", "The # in the link had become %23. The answers are filled in, but this time the whole address, answers included, was sent to the site. To pass it on, use “Copy the link” on this page.";
    trouble_long: "链接太长，只读了前面一部分。", "The link is too long; only its beginning was read.";
    trouble_version[1]: "它是另一个版本（{0}）的网页写的，请核对下面的回答。", "It was written by another version of the page ({0}); check the answers below.";
    trouble_scheme[1]: "没有“{0}”这套制度，先打开了第一个。", "There is no scheme “{0}”; the first one is shown.";
    trouble_rule[1]: "这里没有“{0}”这一条，先打开了全部规则。", "There is no rule “{0}” here; the whole scheme is shown.";
    trouble_edition[2]: "它是按 {0} 版规则写的，现在按 {1} 版重新计算。", "It was written for the {0} edition of the rules; the {1} edition is used now.";
    trouble_unreadable[1]: "“{0}”读不懂，没有采用。", "“{0}” could not be read and was left out.";
    trouble_not_asked[1]: "“{0}”这里不问，已为其他城市保留。", "“{0}” is not asked here; it is kept for other cities.";
    trouble_unfit[2]: "“{0}”的回答“{1}”不合要求，没有采用，请重新回答。", "The answer “{1}” to “{0}” does not fit and was left out; please answer it again.";
    close: "知道了", "Dismiss";

    // The edition.
    edition[2]: "{0}（{1}）", "{0} ({1})";
    in_force_from[1]: "{0}起施行", "in force since {0}";
    in_force_to[1]: "有效至{0}", "valid to {0}";
    no_end: "没有查到截止日期", "no end date found";
    checked_on[1]: "{0}核对", "checked on {0}";
    provenance[3]: "{0} · {1} 条规则中 {2} 条核对过官方文本", "{0} · {2} of {1} {1|rule|rules} from official texts";
    provenance_all[1]: "{0} · 每条规则都核对过官方文本", "{0} · all rules from official texts";
    provenance_none[1]: "{0} · 没有一条规则核对过官方文本", "{0} · no rule from an official text";
    over[1]: "这套规则已于{0}到期。下面仍按它计算，请先确认有没有新规定。", "These rules ended on {0}; check whether new ones apply.";
    is_draft: "这是公开征求意见的草案，有没有通过没有查到。下面按草案来算。", "This is a draft put out for comment; whether it was adopted was not found. Below is what would come out by it.";
    not_yet[1]: "这套规则{0}才施行。下面提前按它计算。", "These rules only apply from {0}. They are already used below.";
    grades_of[1]: "{0} 条规则：", "Of {0} {0|rule|rules}: ";
    grade_count_official[1]: "{0} 条核对过官方文本", "{0} checked against an official text";
    grade_count_two[1]: "{0} 条有两个以上来源", "{0} confirmed by two or more sources";
    grade_count_one[1]: "{0} 条只有一个来源", "{0} {0|rests|rest} on one source";
    grade_count_derived[1]: "{0} 条由已知规定推出", "{0} derived from stated rules";
    grade_count_conflicting[1]: "{0} 条来源说法不一", "{0} where sources disagree";

    // The form.
    form: "您的情况", "Your situation";
    form_help: "填得越多，估得越准；不清楚的可以先空着。", "Answer what you know; the rest can wait.";
    steps_left[1]: "还有 {0} 步", "{0} {0|step|steps} left";
    steps_aside[1]: "{0} 题放着没答", "{0} {0|question|questions} set aside";
    rest_settled: "剩下的题不影响结论", "The rest no longer changes the verdict";
    continue_to[1]: "继续：{0}", "Next: {0}";
    continue_points[2]: "继续：{0}（关系到 {1} 分）", "Next: {0} (up to {1} {1|point|points})";
    compare_deciding[1]: "最要紧的题：{0}", "What decides most: {0}";
    back_to[1]: "回到：{0}", "Back to: {0}";
    unsure: "不清楚", "Don't know";
    unsure_of[1]: "不清楚：{0}", "Don't know: {0}";
    unsure_help: "先放着，当作没有回答：分数仍是一个范围。", "Set aside: it stays unanswered, and the points stay a range.";
    alike[1]: "其余 {0} 项也一样", "The other {0} {0|is|are} the same";
    answered_of[2]: "已答 {0}，共 {1} 题", "{0} of {1} answered";
    left[1]: "还有 {0} 题没回答", "{0} {0|question|questions} still open";
    all_answered: "题都答完了", "Everything is answered";
    yes: "是", "Yes";
    no: "否", "No";
    none: "没有", "None";
    clear: "清除", "Clear";
    clear_of[1]: "清除回答：{0}", "Clear the answer: {0}";
    add_record: "添加一条", "Add one";
    add_another: "再添加一条", "Add another";
    record[1]: "第 {0} 条", "Record {0}";
    remove: "删除", "Remove";
    remove_of[1]: "删除第 {0} 条", "Remove record {0}";
    add_piece: "再添一段", "Add another";
    piece[1]: "第 {0} 段", "Part {0}";
    remove_piece[1]: "删除第 {0} 段", "Remove part {0}";
    year: "年", "Year";
    month: "月", "Month";
    day: "日", "Day";
    presumed[1]: "不填就按 {0} 算", "counted as {0} if left blank";
    supposed_round[1]: "不填就按 {0} 算；那年申报到哪天还没有查到，按往年推的", "counted as {0} if left blank; the last day to file for that round was not found, so this goes by earlier years";
    day_in_china[2]: "都按中国的日期算，现在是{0}；您的设备上是{1}。", "Everything is counted by the date in China, which is {0}; on your device it is {1}.";
    rare_none: "都没有", "None of these";
    rare_rest: "其余都没有", "None of the rest";
    rare_some: "有，逐项回答", "Some apply: go through them";
    rare_filled[1]: "已按“没有”回答 {0} 题。", "{0} {0|question|questions} answered with “None”.";
    rare_show: "逐项查看", "Show them";
    rare_hide: "收起", "Hide";

    // Faults in what was typed: what, why, what to do.
    fault_digits[1]: "这里读不懂，请填数字，例如 {0}。", "This is not understood: enter a number, such as {0}.";
    fault_whole[1]: "这里要填整数，例如 {0}。", "Only a whole number fits here, such as {0}.";
    fault_decimals[1]: "最多 {0} 位小数，请四舍五入。", "At most {0} {0|decimal|decimals}; please round.";
    fault_range[3]: "填的是 {0}，超出了范围：这里可以填 {1} 到 {2}。", "{0} does not fit here: enter {1} to {2}.";
    fault_part[1]: "还缺{0}。年、月、日都填上才能算。", "{0} is missing: year, month and day are all needed.";
    fault_year: "年份要写四位数，例如 1989。", "The year needs four digits, such as 1989.";
    fault_month[1]: "没有 {0} 月。月份填 1 到 12。", "There is no month {0}. A month is 1 to 12.";
    fault_day[3]: "{0} 年 {1} 月没有 {2} 日，请核对。", "Month {1} of {0} has no day {2}; please check.";
    fault_early[1]: "日期太早了：最早填{0}。", "That is too early: the earliest possible day is {0}.";
    fault_late[1]: "日期还没到：最晚填{0}。", "That day is still to come: the latest possible is {0}.";

    // Units.
    age[1]: "{0} 岁", "{0} {0|year|years}";
    unit_months[1]: "个月", "{0|month|months}";
    unit_years[1]: "年", "{0|year|years}";
    unit_days[1]: "天", "{0|day|days}";
    unit_yuan: "元", "yuan";
    unit_people[1]: "人", "{0|person|people}";
    unit_percent: "%", "%";
    unit_times[1]: "次", "{0|time|times}";
    unit_hours[1]: "小时", "{0|hour|hours}";
    unit_millilitres: "毫升", "ml";
    unit_calendar_year: "年", "";
    records_count[2]: "{0} 条（{1}）", "{0} ({1})";

    // The result.
    result: "估算结果", "Estimate";
    to_result: "看估算结果", "Go to the result";
    invite: "答完第一题，这里就有结果：分数、分数线、申请条件，以及每一分的依据。", "Answer one question to see your points, the threshold, the conditions, and the rule behind every point.";
    invite_bar: "答一题就开始算", "Answer one question to begin";
    points[1]: "{0} 分", "{0} {0|point|points}";
    points_unit: "分", "points";
    up_to[1]: "至 {0} 分", "to {0} points";
    or_more: "分起", "points or more";
    short_more: "分起", "or more";
    deductions_open: "扣分项还没答完，先按没有扣分显示。", "Deductions are not all answered; shown as if there were none.";
    gauge[4]: "现在至少 {0} 分，最多 {1} 分；{2} {3} 分。", "At least {0} points now, at most {1}; {2}: {3}.";
    gauge_unbounded[3]: "现在至少 {0} 分；{1} {2} 分。", "At least {0} points now; {1}: {2}.";
    cutoff[1]: "{0} 年最低分", "{0} cut-off";

    before_deductions: "，不算扣分", ", before deductions";

    // The verdict.
    by_ended[2]: "按{0}到期的规则：{1}；现在怎么算没有查到", "By the rules that ended on {0}: {1}; what holds now was not found";
    points_beside_line[2]: "{0}，{1}", "{0} against {1}";
    by_doubtful[1]: "按可能已经取消的规则：{0}；先核实还办不办", "By rules that may have been repealed: {0}; first ask whether they still hold";
    by_not_yet[2]: "按{0}才施行的规则：{1}", "By rules that only begin on {0}: {1}";
    by_draft[1]: "按征求意见的草案：{0}", "By a draft put out for comment: {0}";
    part_of_table[2]: "这里能算的最多 {0} 分，全表 {1} 分", "at most {0} points can be computed here, the whole table has {1}";
    other_rules: "那时是别的规则，不能比", "other rules then, not comparable";
    pass[1]: "够了，达到{0}", "Enough: {0} is reached";
    pass_without_points: "申请条件都符合", "Every condition for applying is met";
    conditions_open_only[1]: "还有 {0} 项条件没确定", "{0} {0|condition is|conditions are} not settled yet";
    pass_early[1]: "不管剩下的怎么答，都够 {0} 分", "Enough for {0}, whatever is still open";
    short[1]: "不够，还差 {0} 分", "Not enough: {0} {0|point|points} short";
    short_left_out[1]: "算出来还差 {0} 分；没有算进去的部分也许能补上", "{0} {0|point|points} short as computed; what is not included might make that up";
    enough_left_out[1]: "算出来到了{0}；没有算进去的部分也许会扣掉", "{0} is reached as computed; what is not included might take that away";
    short_early[2]: "剩下的怎么答都不够：最多 {0} 分，还差 {1} 分", "Not enough whatever is still open: at most {0} points, {1} short";
    ineligible[1]: "现在还不能申请：{0} 项条件不符合", "You cannot apply yet: {0} {0|condition is|conditions are} not met";
    vetoed: "不能申请：触及一票否决", "You cannot apply: a veto holds";
    enough_conditions_open[1]: "分数够了；还有 {0} 项条件没确定", "The points are enough; {0} {0|condition is|conditions are} not settled yet";
    enough_undeducted[1]: "不算扣分，已够 {0} 分；扣分项还没答完", "Enough for {0} before deductions, which are not all answered";
    lacks_now[1]: "现在还差 {0} 分，题还没答完", "{0} points short so far, with questions still open";
    sources_open: "来源说法不一，可能够，也可能不够", "The sources disagree: it may be enough or not";
    sources_help: "题都答完了，但有规则的来源不一致，分数只能给出范围。请先向受理部门问清。", "Everything is answered, but sources of a rule disagree, so the points stay a range. Ask the office first.";
    left_out_could_add[1]: "没有算进去、也许还能加分的：{0}。", "Not included, and it might add points: {0}.";
    left_out_could_take[1]: "没有算进去、也许会扣分的：{0}。", "Not included, and it might take points away: {0}.";
    reached_then_rank[1]: "达到 {0} 分；能不能录取看排名", "{0} points are reached; rank decides";
    ranking_points[1]: "参加排名的分数：{0} 分。", "Points that count for the ranking: {0}.";
    reached: "达到", "reached";
    not_reached: "没达到", "not reached";
    ranked_above[2]: "高于 {0} 年的最低分 {1}", "Above the {0} cut-off of {1}";
    ranked_below[3]: "低于 {0} 年的最低分 {1}，差 {2} 分", "Below the {0} cut-off of {1} by {2}";
    ranked_open[2]: "能不能到 {0} 年的最低分 {1}，还看没答的题", "Whether the {0} cut-off of {1} is reached depends on what is still open";
    estimate_only: "这是估算，以受理部门的结果为准。", "This is an estimate; the official result decides.";
    total: "总分", "Total";
    points_range[2]: "{0} 至 {1} 分", "{0} to {1} points";

    // The printout.
    print: "打印一张单子", "Print a sheet";
    printout: "积分估算单", "Points estimate";
    printout_day[1]: "{0}的情况", "As of {0}";
    printout_made[1]: "由 {0} 算出", "Made by {0}";
    printout_weak: "† 少于两个来源，或来源说法不一。", "† Fewer than two sources, or sources disagree.";
    answers: "回答", "Answers";
    uncertain: "不能确定的", "What is uncertain";
    check_code: "核对码", "Check code";
    check_code_text: "核对码由规则、回答和日期算出，谁都可以重算。它只说明：这些回答按这些规则，就是这个结果；不说明回答是真的。", "The check code is computed from the rules, the answers and the date, and anyone can compute it again. It shows that these answers give this result under these rules; it does not show that the answers are true.";
    seal_same[3]: "和打印的单子一致：{0}，这些回答按这些规则是 {1} 分（{2}）。回答是不是真的，要看材料。", "This agrees with the printed sheet: on {0}, these answers under these rules give {1} points ({2}). Only documents can show whether the answers are true.";
    seal_differs[3]: "和打印的单子对不上：回答、规则或日期至少有一样改过。按现在的规则，这些回答在{0}是 {1} 分（{2}）。", "This does not agree with the printed sheet: an answer, the rules or the date has changed. Under the rules now, these answers give {1} points on {0} ({2}).";

    // Two sets of answers side by side.
    keep: "记下现在的回答，再改改看", "Keep these answers and try changes";
    side_by_side: "对照", "Side by side";
    side_by_side_same: "已记下现在的回答。改动表里任何一题，这里就列出差别。", "These answers are kept. Change anything in the form and the differences show here.";
    side_by_side_before: "记下的", "Kept";
    side_by_side_now: "现在", "Now";
    side_by_side_take: "换回记下的", "Go back to the kept ones";
    side_by_side_drop: "不再对照", "Stop comparing";
    side_by_side_open: "未答", "open";
    // The cities beside each other.
    compare: "比较各城", "Compare cities";
    compare_same: "用同样的回答比较各城", "Compare all cities with these answers";
    compare_known[1]: "关于您本人的 {0} 个回答各城通用；每个城市还会另问。", "{0} {0|answer|answers} about you {0|counts|count} everywhere; each city asks more.";
    compare_none: "先在任何一个城市答几题，再来比较。", "Answer a few questions in any city first.";
    compare_how: "每组里差得少的在前；排名不是分数线，组和组不能比。", "In each group the closest come first. A ranking is not a line, so groups cannot be compared.";
    compare_passes: "够分，条件也符合", "Enough points, and conditions met";
    compare_may_pass: "还可能够", "May still be enough";
    compare_ranks: "没有固定的分数线", "No fixed line";
    compare_ranks_help: "有排名的，看当年的排名，往年的最低分只供参照；各城的分不能互相比。", "Where there is a ranking, each round decides and past cut-offs are only a guide. Points of different cities cannot be compared.";
    compare_short: "分数不够", "Not enough points";
    compare_unmet: "条件不符合", "Conditions not met";
    compare_unmet_help: "条件不符合，分数再高也不能申请。", "Without them, no number of points is enough.";
    compare_unasked: "还没有用得上的回答", "No answer yet that counts here";
    compare_unreliable: "规则已经到期，或者可能已经取消", "Rules that have ended or may have been repealed";
    compare_unreliable_help: "这里只能按旧规则算。现在怎么算没有查到，先向当地核实。", "Computed by old rules only. What holds now was not found; ask there first.";
    compare_lacks[1]: "现在还差 {0} 分", "{0} {0|point|points} short so far";
    sure_before_deductions: "分，不算扣分", "points before deductions";
    compare_over[1]: "规则已于{0}到期", "Rules ended on {0}";
    count_met[1]: "{0} 项符合", "{0} met";
    count_unmet[1]: "{0} 项不符合", "{0} not met";
    count_open[1]: "{0} 项未定", "{0} not settled";

    // Handing the answers on, and keeping them.
    share: "保存和分享", "Save and share";
    share_help: "链接和文件里就是您的全部回答：谁拿到，谁就看得到。", "The link and the file hold all your answers: whoever has them can read them.";
    share_disk: "这一页是从本机文件打开的，没有别人能打开的网址，所以只能存成文件。文件里就是您的全部回答：谁拿到，谁就看得到。", "This page was opened from a disk and has no address that others can open, so save a file instead. It holds all your answers: whoever has it can read them.";
    copy: "复制链接", "Copy the link";
    copied: "链接已复制，可以粘贴到别处了。", "The link is copied; paste it wherever you like.";
    for_chat: "发到聊天里的一段话", "A few lines for a chat";
    copy_text: "复制这段话", "Copy these lines";
    text_copied: "这段话已复制，可以粘贴到聊天里了。", "The lines are copied; paste them into a chat.";
    text_not_copied: "没有复制成：浏览器不允许网页复制。请选中上面这段话，自己复制。", "Not copied: the browser does not let pages copy. Select the lines above and copy them yourself.";
    not_copied: "没有复制成：浏览器不允许网页复制。请选中下面的网址，自己复制。", "Not copied: the browser does not let pages copy. Select the address below and copy it yourself.";
    by_hand: "网址：", "Address: ";
    share_by: "分享…", "Share …";
    shared: "已经分享出去。", "Shared.";
    not_shared: "没有分享：分享被取消了，或者系统没有接受。可以再按一次，或者复制链接。", "Not shared: it was cancelled, or the system refused. Press again, or copy the link.";
    save: "存成文件", "Save to a file";
    open_file: "打开存过的文件", "Open a saved file";
    file_opened: "文件里的回答已经填上。", "The answers of the file are filled in.";
    file_unreadable: "文件没有读到：它可能被移走了，或者不让读。请重新选择。", "The file could not be read: it may have been moved, or may not be read. Choose it again.";
    file_huge: "文件太大，不会是本页存的（不到 100 KB）。请选本页存的 jifen-….json。", "The file is too large to be one that this page saved (less than 100 kB). Choose a jifen-….json that it saved.";
    file_foreign: "这不是本页存的文件，什么也没有改动。请选本页存的 jifen-….json。", "This page did not save that file; nothing has changed. Choose a jifen-….json that it saved.";
    picture: "二维码", "QR code";
    picture_help: "用手机扫一扫，就在手机上打开同样的回答。", "Scan it with a phone to open the same answers there.";
    picture_label: "二维码，内容是本页的链接", "QR code of the link to this page";
    picture_long: "回答太多，二维码放不下。请复制链接，或存成文件。", "There are too many answers for a QR code. Copy the link, or save a file.";

    // Conditions.
    conditions: "申请条件", "Conditions for applying";
    in_the_way: "还卡在哪里", "What is in the way";
    conditions_to_settle: "还没确定的条件", "Conditions still to be settled";
    conditions_more_open[1]: "另外 {0} 项没确定", "{0} more not settled";
    holds[1]: "符合的 {0} 项", "{0} met";
    holds_or_not_applicable[2]: "符合的 {0} 项，不适用的 {1} 项", "{0} met, {1} that {1|does|do} not apply";
    next: "怎样办理", "Applying";
    next_now: "现在做什么", "What to do now";
    next_steps[1]: "怎样申请，{0} 步", "How to apply, in {0} {0|step|steps}";
    next_papers[1]: "要带的材料，{0} 样", "Papers to bring: {0}";
    next_papers_all: "看全部说明", "See what each has to be";
    next_ask: "向谁问", "Whom to ask";
    next_ways: "怎样更近，以后怎样变", "Getting closer, and the years to come";
    met: "符合", "Met";
    unmet: "不符合", "Not met";
    unknown: "未回答", "Open";
    undecided: "未定", "Not settled";
    not_applicable: "不适用", "Not applicable";
    veto: "一票否决", "Veto";
    you[1]: "您：{0}", "You: {0}";
    cure: "怎么办", "What to do";
    nearest: "最近的一步", "Nearest step";
    answer_it: "去回答", "Answer it";

    // Points.
    breakdown: "得分明细", "Points in detail";
    base: "基础指标", "Base";
    bonus: "加分指标", "Bonus";
    deduction: "减分指标", "Deductions";
    not_counted[1]: "不计入：{0}", "Not counted: {0}";
    maybe_counted[1]: "是否计入还没定：{0}", "Not yet known whether it counts: {0}";
    capped_together[1]: "合并封顶：{0}", "Capped together: {0}";
    left_out: "没有算进去的", "Not included, and why";
    notices: "需要留意和核实的", "Please note and check";
    zero_items[1]: "得 0 分的 {0} 项", "{0} {0|item|items} with 0 points";

    // Rules, as tables.
    row_holds: "您符合这一行", "This is you";
    column_case: "情形", "Case";
    column_points: "分值", "Points";
    other: "其他", "Otherwise";
    from_on[1]: "{0}起", "from {0}";
    and_above[1]: "{0}及以上", "{0} and above";
    between[2]: "{0} 至 {1}", "{0} to {1}";
    at_most_this[1]: "{0}及以下", "{0} or less";
    below[1]: "不到 {0}", "Below {0}";
    for_each[1]: "每满 {0}", "For each {0} in full";
    for_each_one[1]: "每满 1 {0}", "For each full {0}";
    for_each_part[1]: "每 {0}（按比例）", "Per {0}, pro rata";
    once_at[1]: "满 {0}才算", "only from {0} on";
    for_each_piece[1]: "每段每 {0}（按比例，每段单独四舍五入）", "For each {0} of each part, pro rata, each part rounded by itself";
    cap[1]: "最高 {0} 分", "At most {0} points";

    // Citations.
    clause: "依据", "Source";
    clause_reported: "依据（据转述）", "Source, as reported elsewhere";
    sources[1]: "来源是{0}", "According to {0}";
    sources_besides[1]: "另有来源：{0}", "Other sources: {0}";
    source_of[3]: "{0}（{1}，{2}）", "{0} ({1}, {2})";
    source_undated[2]: "{0}（{1}）", "{0} ({1})";
    source_official: "官方网页", "official page";
    source_copy: "官方文件的副本", "copy of an official text";
    source_data: "公开的官方数据", "published official data";
    source_press: "新闻媒体", "press";
    source_site: "资讯网站", "information site";
    source_agency: "中介网站", "agency";
    source_program: "公开的计算程序", "public calculator";
    source_notes: "汇编资料", "compiled notes";
    document_dates[1]: "{0}起", "from {0}";
    document_until[2]: "{0}至{1}", "{0} to {1}";
    official: "已核对官方文本", "Checked against an official text";
    two_sources: "两个以上来源一致", "Two or more sources agree";
    one_source: "只有一个来源", "Rests on one source";
    derived: "由已知规定推出", "Derived from a stated rule";
    conflicting: "来源说法不一", "Sources disagree";
    permalink: "这一条的网页", "The page of this rule";
    reading_used: "本页采用", "Used here";
    reading_other: "另一种说法", "Another version";
    reading_open: "说法之一，都算在范围里", "One reading; the range holds all";
    readings_open: "几种说法都算在范围里", "The range holds every reading";

    // Fixes.
    fix_wait[1]: "等到{0}", "Wait until {0}";
    fix_more_time[3]: "{0}再满 {1}（共 {2}）", "{0}: {1} more ({2} in all)";
    fix_more[3]: "{0}再多 {1}（共 {2}）", "{0}: {1} more ({2} in all)";
    fix_reach[2]: "{0}达到 {1}", "{0}: {1}";
    fix_less[2]: "{0}降到 {1}", "{0}: down to {1}";
    fix_set[2]: "{0}：{1}", "{0}: {1}";
    fix_look_up[2]: "{0}，查实为“{1}”", "{0}: found to be “{1}”";

    // What next.
    outlook: "怎样更近，以后怎样变", "Getting closer, and the years to come";
    advice: "最近的办法", "The nearest ways";
    advice_settled: "还要做什么", "What is left to do";
    advice_more_heading: "还能加分的地方", "Where more points are";
    advice_help: "每个办法都用规则真算过：到那一天，别的照旧，结果就是这样。", "Each way was tried on the rules: on that day, with all else as it is, this is the result.";
    advice_distances: "离往年最低分", "To past cut-offs";
    advice_distances_undeducted: "不算扣分，离往年最低分", "To past cut-offs, before deductions";
    advice_distance[2]: "{0} 年还差 {1} 分", "{0}: {1} short";
    advice_reached[1]: "{0} 年已达到", "{0}: reached";
    advice_enough: "已经够了，眼下没有要补的。接下来照“怎样申请”一步步办。", "That is enough already, and nothing has to be added. What comes next is the application itself.";
    advice_open: "还不能下结论，先回答这些，它们最影响结果", "Nothing can be concluded yet. Answer these first, they matter most";
    advice_open_points[2]: "{0}（最多相差 {1} 分）", "{0} (up to {1} points apart)";
    advice_open_unbounded[1]: "{0}（能差多少分，没有查到）", "{0} (how many points apart was not found)";
    advice_open_condition[1]: "{0}（关系到申请条件）", "{0} (decides a condition)";
    advice_no_way: "该答的都答了：十年以内，一步或两步都还到不了。", "Everything that matters is answered: no one or two changes within ten years reach the line.";
    advice_more_open: "先把没答的题答完，才看得出哪里还能加分。", "Answer what is still open first; only then can it be seen where more points are.";
    advice_more_none: "照现在的回答，没有找到还能加分的办法。", "With these answers, no way to more points was found.";
    advice_left_out: "照现在的回答，没有找到够分的办法；没有算进去的部分也许能补上，请先向受理部门问清。", "With these answers, no way to the line was found; what is not included might make it up, so ask the office first.";
    advice_doubtful: "下面按可能已经取消的规则算：先核实还办不办，再照着办。", "All of this goes by rules that may have been repealed: first ask whether they still hold.";
    advice_ended[1]: "下面都按{0}到期的规则算；现在的规则没有查到，先别照着办。", "All of this goes by rules that ended on {0}. Those of now were not found, so do not act on it yet.";
    advice_look_up: "先查一查", "Check first";
    advice_do: "可以去办", "Can be done";
    advice_only_time: "只要等", "Only time";
    advice_unplanned[1]: "{0}也能加分，但不是安排得来的，见得分明细。", "These give points too, but nobody can plan them: {0}. See the points in detail.";
    advice_wait[1]: "照现在这样到{0}", "going on as now until {0}";
    advice_total[2]: "总分 {0}，达到{1}", "{0} points, which reaches {1}";
    advice_mark[2]: "总分 {0}，超过{1}；每年的线会变，不等于能入围", "{0} points, more than {1}; the line moves every year, so this is no promise";
    advice_condition[1]: "“{0}”就符合了", "“{0}” is met";
    advice_gain[1]: "{0} 分", "{0} points";
    advice_now: "现在就能算", "counts at once";
    advice_now_if_so: "查实了，现在就能算", "counts at once if it turns out so";
    advice_lead_unknown: "办成要多久，没有查到", "how long it takes was not found";
    advice_lead[2]: "从头办起至少 {0}（{1}）", "at least {0} from the start ({1})";
    advice_employer: "要由单位办", "your employer has to act";
    advice_after_round[1]: "那时这一轮（{0}截止）已经过了", "by then this round, which closes on {0}, is over";
    advice_after_edition[1]: "这版规则到{0}为止，那时要看新规则", "these rules end on {0}, so look at the new ones then";
    advice_more[1]: "另外 {0} 个办法", "{0} more {0|way|ways}";
    advice_earliest[2]: "最早{0}（{1}后）", "{0} at the earliest ({1} from now)";
    advice_brings: "同时要", "This also takes";
    advice_shifts: "分数变化", "Points that change";
    advice_lacks: "那时还要符合", "Still to be met then";
    and_others[2]: "{0}等 {1} 项", "{0} and others, {1} in all";
    advice_opens: "还要回答", "Still to be answered";
    plan_try: "试试这条", "Try it";
    plan_calendar: "放进日历", "Put it in the calendar";
    plan_copy: "复制", "Copy";
    forecast: "往后十年", "The next ten years";
    forecast_help: "假定规则不变，您的情况也照旧；下面打勾的，按一直继续来算。", "This assumes that the rules and your situation stay the same, and that what is ticked below goes on.";
    forecast_on_paper: "假定规则不变，您的情况照旧，正在积累的月份一直继续。", "This assumes that the rules and your situation stay the same, and that months being built up go on.";
    forecast_no_line: "这里没有可以对照的分数线，只看分数怎样变。", "There is no line to compare with; this is how the points change.";
    forecast_rank: "录取看排名，以后的线没有人知道，所以这里不说哪一年够。", "Rank decides and nobody knows the coming lines, so no year is named here.";
    forecast_moved[3]: "{0} 年以来，最低分每年变动 {1} 至 {2} 分。", "Since {0} the cut-off has moved by {1} to {2} points a year.";
    forecast_band: "图里的带子，是最低分照这个幅度变动下去的样子。", "The band in the picture is the cut-off moving on like that.";
    forecast_ended: "这套规则已经到期，往后什么时候够没法说。", "These rules have ended, so nothing can be said of the years to come.";
    forecast_doubtful: "这套规则可能已经取消，往后什么时候够没法说。", "These rules may have been repealed, so nothing can be said of the years to come.";
    forecast_not_yet: "这套规则还没有施行，往后什么时候够没法说。", "These rules are not in force yet, so nothing can be said of the years to come.";
    forecast_draft: "这是征求意见的草案，往后什么时候够没法说。", "This is a draft put out for comment, so nothing can be said of the years to come.";
    forecast_within_years: "十年里", "within ten years";
    forecast_within_edition[1]: "到这一版规则到期（{0}）为止，", "before this edition of the rules ends ({0})";
    forecast_within_round[1]: "到这一轮截止（{0}）为止，", "before this round closes ({0})";
    forecast_never[2]: "照这样下去，{1}到不了{0}", "If you go on as now, {0} is not reached {1}";
    forecast_unmet[2]: "照这样下去，{1}都申请不了：“{0}”一直不符合", "If you go on as now, you cannot apply {1}: “{0}” is never met";
    forecast_always[1]: "照这样下去，十年里一直达到{0}，条件也符合", "If you go on as now, {0} is reached for all ten years, with every condition met";
    forecast_to_edition[2]: "现在达到{0}，条件也符合，能保持到这一版规则到期（{1}）", "{0} is reached now with every condition met, and kept until this edition of the rules ends ({1})";
    forecast_to_round[2]: "现在达到{0}，条件也符合，能保持到这一轮截止（{1}）", "{0} is reached now with every condition met, and kept until this round closes ({1})";
    forecast_until[2]: "现在达到{0}，条件也符合，能保持到{1}", "{0} is reached now with every condition met, and kept until {1}";
    forecast_at_least[2]: "现在达到{0}，条件也符合，至少能保持到{1}，以后还看没答的题", "{0} is reached now with every condition met, and kept until {1} at least; what is open decides after that";
    forecast_from[2]: "照这样下去，{1}起达到{0}，条件也符合", "If you go on as now, {0} is reached from {1}, with every condition met";
    forecast_from_latest[2]: "照这样下去，最晚{1}起达到{0}，条件也符合", "If you go on as now, {0} is reached from {1} at the latest, with every condition met";
    forecast_then_until[1]: "能保持到{0}", "kept until {0}";
    forecast_then_at_least[1]: "至少能保持到{0}", "kept until {0} at least";
    forecast_again[1]: "{0}起又达到", "reached again from {0}";
    forecast_then_rank: "录取还要看排名", "and then the ranking decides";
    forecast_open[2]: "能不能达到{0}，还看没答的题：{1}", "Whether {0} is reached depends on what is still open: {1}";
    forecast_open_more[3]: "能不能达到{0}，还看没答的 {2} 题，如{1}", "Whether {0} is reached depends on {2} open questions, such as {1}";
    forecast_depends[2]: "能不能达到{0}，要看往后：{1}", "Whether {0} is reached depends on how this goes on: {1}";
    forecast_next_edition[3]: "{0}起换用“{1}”。按新规则：{2}。", "From {0} the rules are those of “{1}”. By these: {2}.";
    forecast_beyond[1]: "{0}以后是假定规则不变画的，用虚线，不能当结论。", "What comes after {0} is drawn dashed, as if the rules stayed; nothing is concluded from it.";
    chart_you[2]: "您的分数：{0} → {1}", "Your points: {0} → {1}";
    chart_band: "最低分照以往的幅度变动", "The cut-off, moving as in the past";
    chart_edition_end[1]: "{0}：这一版规则到期", "{0}: this edition of the rules ends";
    chart_round_end[1]: "{0}：这一轮截止", "{0}: this round closes";
    forecast_year[4]: "{0} 年：{1} → {2}（{3} 次变化）", "{0}: {1} → {2} ({3} {3|change|changes})";
    forecast_events[1]: "往后的 {0} 次变化，按年看", "{0} {0|change|changes} to come, by year";
    edition_ends: "这一版规则到期", "this edition of the rules ends";
    edition_begins: "这一版规则开始施行", "this edition of the rules begins";
    day_column: "哪一天", "Day";
    change_column: "变化", "Change";
    changes[3]: "{0} {1} → {2}", "{0} {1} → {2}";
    going_on: "这些会继续：", "These continue:";

    // The guide.
    guide: "办事指南", "Guide";
    guide_help: "政府网址和电话以来源当时为准，可能已经变动。", "Addresses and telephone numbers are as of their sources and may have changed.";
    guide_failed: "办事指南没有读到。", "The guide could not be read.";
    guide_unknown: "没有查到", "Could not be found";
    guide_steps: "怎样申请", "How to apply";
    guide_channels: "去哪里办、去哪里查", "Where to apply and where to check";
    guide_rounds: "每年的时间安排", "The year's calendar";
    guide_materials: "要带的材料", "Documents to bring";
    guide_processing: "要办多久", "How long it takes";
    guide_statuses: "系统里的状态是什么意思", "What a status means";
    guide_families: "没通过、查不到，是为什么", "Why it failed or does not show up";
    guide_result: "打印和领取结果", "Printing or collecting the result";
    guide_validity: "有效期", "How long it is valid";
    guide_renewal: "续办", "Renewal";
    guide_appeal: "对结果有异议", "If you disagree with the result";
    medium_online: "网站", "Site";
    medium_app: "App", "App";
    medium_wechat: "微信", "WeChat";
    medium_counter: "窗口", "Counter";
    medium_machine: "自助机", "Self-service machine";
    medium_phone: "电话", "Phone";
    medium_employer: "单位账号", "Through the employer";
    guide_days: "算日子，加入日历", "Work out dates and add them to your calendar";
    next_rounds: "接下来的日子", "Coming dates";
    unknown_year[1]: "{0} 年的放假安排还没有，工作日算不到那一天。", "The public holidays of {0} are not known yet, so working days cannot be counted that far.";
    to_calendar: "下载日历文件（提前 7 天和 1 天提醒）", "Download a calendar file (reminders 7 days and 1 day before)";
    every_year: "每年", "Every year";
    month_day[2]: "{0}月{1}日", "{1} {0}";

    // Figures that change with the years.
    year_month[2]: "{0}年{1}月", "{1} {0}";
    multiple_in_yuan[1]: "{0} 倍是每月多少元？", "What is {0}× in yuan a month?";
    figure[1]: "{0} 元", "{0} yuan";
    figure_from_to[2]: "{0}至{1}", "{0} to {1}";
    figure_months: "月份", "Months";
    figure_yuan: "每月至少", "A month, at least";
    figure_not_found: "没有查到", "not found";
    or: "或", " or ";
    until[1]: "到{0}为止", "until {0}";
    basis[2]: "资料日期 {0}，{1}", "Source of {0}: {1}";
    materials_own: "按您现在的回答列出；打印本页可以逐项打勾。", "Listed according to your answers; print the page to tick them off.";
    materials_for[1]: "用于：{0}", "For: {0}";
    word_heading: "App 或窗口显示的是什么？", "What does your app or the office show?";
    word_field: "输入看到的词，例如 失效、退回", "Type the word you see, such as 失效 or 退回";
    word_none: "没有查到这个词。换一个词试试，或者从下面选。", "That word was not found. Try another one, or choose below.";
    finder_found: "按您的回答，已经能看出", "Your answers already show";
    finder_ask: "App 或窗口是怎么说的？", "What does the app or the office say?";
    finding_applies: "和您的回答相符", "Matches your answers";
    finding_ruled_out: "按您的回答，不是这个原因", "Ruled out by your answers";
    finder_ruled_out[1]: "您的回答排除了 {0} 项", "{0} ruled out by your answers";
    finding_open: "相关的题还没回答", "Not answered yet";
    clashes: "这几处回答对不上", "Answers that contradict each other";
    clash_papers: "拿什么材料说明", "What proves it";

    // The foot of the page.
    foot_private: "回答只留在这台设备上", "Your answers stay on this device";
    foot_private_text: "本页不登录、不上传，您不要求就什么也不保存。打开后断开网络也能算；回答只写在网址 # 后面，浏览器不会把这一段发给网站。共用电脑请在用完后点“清空”。", "No account, no upload, nothing stored unless you ask. Once open, it works with the network off. Answers are kept only after the # in the address, a part that browsers never send to a site. On a shared computer, press “Clear” when done.";
    foot_private_check: "想核实：打开本页后开启飞行模式，照样能算；或者打开浏览器的开发者工具，看“网络”一栏，只有本站自己的文件。", "To check: switch to airplane mode once the page is open, and it still works; or open the browser's developer tools, where the network tab shows this site's own files only.";
    remember: "在这台设备上记住我的回答", "Remember my answers on this device";
    remembered: "已记在这台设备的这个浏览器里，下次打开本页就填上，改动会跟着更新。共用的电脑请不要打开。", "Remembered in this browser on this device: filled in when you open the page again, and kept up with every change. Leave it off on a shared computer.";
    remembered_other: "这台设备上另记着一份回答，本页的没有记。勾选后，就改记本页的。", "This device remembers other answers, not those of this page. Tick the box to remember these instead.";
    not_remembered: "没有记成：浏览器不允许保存（例如无痕窗口），或者存满了。回答都还在本页；要留住，请存成文件或复制链接。", "Not remembered: the browser forbids it (as in a private window), or its storage is full. Your answers are all still on this page; to keep them, save a file or copy the link.";
    erase: "从这台设备上删掉", "Erase them from this device";
    erased: "记下的回答已从这台设备上删掉。", "What was remembered is erased from this device.";
    not_erased: "没有删掉：浏览器不允许。请在浏览器设置里清除本站的数据。", "Not erased: the browser forbids it. Clear this site's data in the browser's settings.";
    restored: "已填上这台设备上次记下的回答。", "The answers that this device remembered are filled in.";
    offline: "没有网络也能用", "Use it without a network";
    offline_text: "按下面的按钮，本站的全部文件（网页和各城市的规则，不到 4 MB）会留在这台设备上，以后没有网络也能打开。里面没有您的回答。", "Press the button and all files of this site (the page and the rules of every city, less than 4 MB) stay on this device, so that it opens without a network. None of your answers are among them.";
    offline_keep: "留下文件，离线使用", "Keep the files for offline use";
    offline_busy: "正在留下…", "Keeping them …";
    offline_kept: "文件都在这台设备上了，没有网络也能打开。", "All files are on this device; it opens without a network.";
    offline_remove: "从这台设备上删掉", "Remove them from this device";
    offline_failed: "没有办成：网络断了，或者网站正在更新。请稍后再按一次。", "That did not work: the network is down, or the site is being updated. Press again later.";
    renewal: "网站有新版本，这一页用的还是原来的。更新后，表里的回答都在。", "There is a new version of this site; this page still uses the one before. The answers in the form stay when you update.";
    renew: "更新", "Update";
    foot_about: "这是什么", "What this is";
    foot_about_text: "按公开的规则估算积分，不是政府网站，也不代替审核。每条规则都写明出处和核对程度；与官方文本不一致时，以官方文本为准。", "An estimate from published rules. It is not a government site and does not replace the official review. Each rule names its source and how well it was checked; where an official text says otherwise, follow the official text.";
    foot_rules: "阅读全部规则", "Read all the rules";
    foot_embed: "放到您的网站上", "Put it on your site";
    made: "由“积分估算”提供，不是政府网站；回答只留在这台设备上。", "By Points estimator, which is not a government site; your answers stay on this device.";
    made_whole: "在新窗口打开完整页面", "Open the full page in a new window";

    total_floor[1]: "总分不低于 {0} 分。", "The total is never below {0} points.";
    line_heading: "分数线", "Threshold or cut-off";

    // Editions.
    editions[1]: "各版规则（{0} 版），改了什么", "{0} editions, and what changed";
    edition_open: "正在看的就是这一版。", "This is the edition shown.";
    edition_show: "打开这一版", "Open this edition";
    edition_compare: "改了什么，对我有什么影响", "What changed, and what it does to me";
    edition_draft: "征求意见的草案，有没有通过没有查到", "draft put out for comment; whether it was adopted was not found";
    edition_ended: "已经到期", "ended";
    edition_coming: "还没有施行", "not yet in force";
    edition_in_force: "在有效期内", "within its term";
    changes_heading: "改了什么", "What changed";
    from_to[2]: "从“{0}”到“{1}”", "From “{0}” to “{1}”";
    if_adopted: "这是公开征求意见的草案，有没有通过没有查到。下面是按草案会有哪些不同。", "This is a draft put out for comment; whether it was adopted was not found. Below is what would change by it.";
    floor: "总分下限", "The least total";
    before: "前一版", "Edition before";
    after: "后一版", "Edition after";
    changes_for_you: "对您的影响", "What it does to you";
    changes_verdict: "结论", "Verdict";
    changes_absent: "没有这一条", "no such rule";
    changes_clause_only[1]: "内容没变，只换了依据或来源（{0} 条）", "The same as before, by another clause or other sources ({0})";
    changes_none: "两版没有不同。", "The two editions say the same.";
    changes_unanswered: "答了题，这里会列出按两版规则各是多少分、哪些条件变了。", "Once you have answered something, your points and conditions by both editions stand here.";
    changes_close: "收起", "Close";

    // A rule that may be wrong.
    rule_here: "这一条的链接（不带回答）", "Link to this rule (without answers)";
    correction: "这条不对？", "Is this wrong?";
    correction_help: "下面这段话可以复制了发给本站的人：写明是哪一条、本页怎么说、依据是什么，不带您的任何回答。本页不会自己发送。", "Copy these lines and send them to whoever runs this site. They say which rule it is, what this page says and why, and nothing of your answers. The page sends nothing itself.";
    correction_send: "写信或提交", "Write to the site";
    correction_title: "积分估算：有一条规则可能不对", "Points estimator: a rule may be wrong";
    correction_scheme: "制度", "Scheme";
    correction_edition: "版本", "Edition";
    correction_rule: "规则", "Rule";
    correction_says: "本页写的是", "The page says";
    correction_grade: "核对程度", "How well checked";
    correction_version: "页面和规则的版本", "Version of page and rules";
    correction_wrong: "哪里不对，依据哪个文件", "What is wrong, and by which document";
}

// The rules as documents to read; no part of the program.
#[cfg(not(target_arch = "wasm32"))]
messages! { ReadingMessages, reading_messages:
    of[1]: "{0}：规则全文", "{0}: the rules in full";
    index: "各城市积分规则", "Points rules by city";
    index_text: "这些页面由同一份规则数据生成，不需要 JavaScript，可以打印。", "These pages are made from the same rule data; they need no JavaScript and can be printed.";
    estimate: "打开估算页", "Open the estimator";
    documents: "文件", "Documents";
    contents: "目录", "Contents";
    permalink[1]: "这一条的网址：{0}", "Address of this part: {0}";
    together: "合并计算", "Counted together";
    figures: "逐年的数", "Figures of the years";
    cutoffs: "历年最低分", "Past cut-offs";
    changes_of[1]: "{0}：各版规则改了什么", "{0}: what changed between the editions";
    changes: "各版规则改了什么", "What changed between the editions";
    other_language: "English", "中文";
}

// The page for those who want the estimator on their own site; no part of the program.
#[cfg(not(target_arch = "wasm32"))]
messages! { EmbedMessages, embed_messages:
    title: "放到您的网站上", "Put the estimator on your site";
    text: "社区、学校、单位的网页里都可以放这个估算器：选好，复制代码，贴进网页。框里不用登录，不存任何东西，也不设 Cookie；访问者的回答只留在访问者的设备上，其他域名的网页读不到。", "A community centre, a school, an employer: any page can hold the estimator. Choose, copy the code, paste it into your page. It needs no account, stores nothing and sets no cookie; what people answer stays on their device, and a page of another domain cannot read it.";
    choices: "怎么放", "Your choices";
    kind: "代码", "Code";
    kind_script: "脚本，高度跟着内容", "Script: the height follows";
    kind_element: "自定义元素，高度跟着内容", "Element: the height follows";
    kind_plain: "不用脚本，高度固定", "No script: a fixed height";
    scheme: "打开时显示", "Opens with";
    language: "语言", "Language";
    accent: "颜色", "Colour";
    accent_help: "读不清的颜色会自动调深或调亮，浅色、深色界面里对比度都不低于 4.5:1。", "A colour that could not be read is made darker or lighter: the contrast is never under 4.5:1, on light or dark.";
    width: "预览宽度（像素）", "Width of the preview, in pixels";
    width_help: "在您的网页里，估算器和它所在的一栏一样宽；320 像素也能用。", "On your page the estimator is as wide as the column it stands in; 320 pixels are enough.";
    code: "代码", "The code";
    copy: "复制代码", "Copy the code";
    copied: "已复制，可以贴进网页了。", "Copied. Paste it into your page.";
    selected: "浏览器不允许自动复制。代码已选中，请用复制键。", "The browser does not allow that. The code is selected: copy it with the keyboard.";
    preview: "预览", "Preview";
    no_script: "生成代码和预览需要 JavaScript；没有也可以照下面的说明写。", "The code and the preview need JavaScript; without it, write the code as described below.";
    details: "写法", "Details";
    details_text: "脚本标签写在哪里，估算器就出现在哪里；一页可以放几个，互不影响。不写 data-scheme，脚本只定义 jifen-estimator 元素。", "The estimator appears where the script tag stands; several on one page do not disturb each other. Without data-scheme the script only defines the jifen-estimator element.";
    column_script: "脚本标签", "Script tag";
    column_element: "元素", "Element";
    column_value: "值", "Value";
    value_scheme: "制度；留空就是第一个", "a scheme; empty for the first";
    value_language: "zh 或 en；不写就是 zh", "zh or en; zh if left out";
    value_accent: "三位或六位十六进制颜色，例如 #7a1f5c；别的写法不采用", "a colour of three or six hexadecimal digits, such as #7a1f5c; anything else is not used";
    policy: "如果您的网页有内容安全策略（CSP），script-src 和 frame-src 里要有本站的地址：", "If your page has a content security policy, its script-src and frame-src must name this site:";
}
