//! The form: questions, units, and faults in what was typed.

macro_rules! form {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
            // The form.
            form: "您的情况", "Your situation";
            form_help: "填得越多，估得越准；不清楚的可以先空着。", "Answer what you know; the rest can wait.";
            steps_left[1]: "还有 {0} 步没答", "{0} {0|step|steps} left to answer";
            steps_aside[1]: "{0} 题放着没答", "{0} {0|question|questions} set aside";
            rest_settled: "剩下的题不影响结论", "What is left cannot change the verdict";
            continue_to[1]: "继续：{0}", "Next: {0}";
            continue_points[2]: "继续：{0}（关系到 {1} 分）", "Next: {0} (up to {1} {1|point|points})";
            compare_deciding[1]: "最要紧的题：{0}", "What decides most: {0}";
            back_to[1]: "回到：{0}", "Back to: {0}";
            unsure: "不清楚", "Don't know";
            unsure_of[1]: "不清楚：{0}", "Don't know: {0}";
            unsure_help: "先放着，当作没有回答：分数仍是一个范围。", "Set aside: it stays unanswered, and the points stay a range.";
            alike[1]: "其余 {0} 项也一样", "The other {0} {0|is|are} the same";
            answered_of[2]: "已答 {0}，共 {1} 题", "{0} of {1} answered";
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
            idle: "怎么答，现在的分数和条件都不变。", "Whatever the answer, points and conditions stay as they are now.";
            idle_answer: "仍要回答", "Answer it anyway";
            idle_answer_of[1]: "仍要回答：{0}", "Answer it anyway: {0}";

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
        }
    };
}
pub(super) use form;
