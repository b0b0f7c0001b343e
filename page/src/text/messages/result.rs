//! The result: verdict, conditions and points.

macro_rules! result {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
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
            without_rare[2]: "“{0}”里没答的都没有的话：{1} 分", "With none of what is still open under “{0}”: {1} points";
            rare_more[1]: "有的话，最多再加 {0} 分", "that could add at most {0} {0|point|points}";
            deductions_open: "扣分项还没答完，先按没有扣分显示。", "Deductions are not all answered; shown as if there were none.";
            gauge[4]: "现在至少 {0} 分，最多 {1} 分；{2} {3} 分。", "At least {0} points now, at most {1}; {2}: {3}.";
            gauge_unbounded[3]: "现在至少 {0} 分；{1} {2} 分。", "At least {0} points now; {1}: {2}.";
            cutoff[1]: "{0} 年最低分", "{0} cut-off";

            before_deductions: "，不算扣分", ", before deductions";

            // Examples that fill the form.
            example: "例子", "Example";
            example_look: "先看一个例子", "Look at an example";
            example_made_up: "例子是编出来的，不是真人。填上以后随时可以清空。", "Examples are made up and show nobody real. You can clear one at any time.";
            example_is[1]: "这是例子，不是您的情况：{0}", "This is an example, not you: {0}";
            example_leave: "清空，填我自己的", "Clear and enter mine";
            example_filled: "已填上例子的回答。改动任何一题，就不再是这个例子。", "The answers of the example are filled in. Once you change one, it is that example no more.";
            example_left: "例子的回答已清空，请填您自己的。", "The answers of the example are cleared; enter your own.";

            // The verdict.
            by_ended[1]: "这是按{0}到期的规则算的；现在怎么算没有查到", "By rules that ended on {0}; the rules in force now were not found";
            by_doubtful: "这是按可能已经取消的规则算的；先核实还办不办", "By rules that may have been repealed; first ask whether they still hold";
            by_not_yet[1]: "这是按{0}才施行的规则算的", "By rules that only begin on {0}";
            by_draft: "这是按征求意见的草案算的", "By a draft put out for comment";
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
            sources_open: "来源说法不一，可能够，也可能不够", "The sources disagree: it may or may not be enough";
            sources_help: "题都答完了，但有规则的来源不一致，分数只能给出范围。请先向受理部门问清。", "Everything is answered, but sources of a rule disagree, so the points stay a range. Ask the office first.";
            left_out_could_add[1]: "没有算进去、也许还能加分的：{0}。", "Not included, and it might add points: {0}.";
            left_out_could_take[1]: "没有算进去、也许会扣分的：{0}。", "Not included, and it might take points away: {0}.";
            reached_then_rank[1]: "达到 {0} 分；能不能录取看排名", "{0} points are reached; rank decides";
            ranking_points[1]: "参加排名的分数：{0} 分。", "Points that count for the ranking: {0}.";
            reached: "达到", "reached";
            not_reached: "没达到", "not reached";
            ranked_above[2]: "高于 {0} 年的最低分 {1}", "Above the {0} cut-off of {1}";
            ranked_below_least[3]: "低于 {0} 年的最低分 {1}，至少差 {2} 分", "Below the {0} cut-off of {1} by at least {2}";
            ranked_below[3]: "低于 {0} 年的最低分 {1}，差 {2} 分", "Below the {0} cut-off of {1} by {2}";
            ranked_undeducted[2]: "不算扣分，高于 {0} 年的最低分 {1}；扣分项还没答完", "Above the {0} cut-off of {1} before deductions, which are not all answered";
            ranked_of[2]: "排名分 {0}，{1}", "{1} ({0} points are ranked)";
            ranked_open[2]: "能不能到 {0} 年的最低分 {1}，还看没答的题", "Whether the {0} cut-off of {1} is reached depends on what is still open";
            estimate_only: "这是估算，以受理部门的结果为准。", "This is an estimate; the official result decides.";
            total: "总分", "Total";
            points_range[2]: "{0} 至 {1} 分", "{0} to {1} points";

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
        }
    };
}
pub(super) use result;
