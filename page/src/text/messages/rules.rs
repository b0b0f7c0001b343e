//! The rules: editions, tables, what they rest on, and what may be wrong with them.

macro_rules! rules {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
            // The edition.
            edition[2]: "{0}（{1}）", "{0} ({1})";
            in_force_from[1]: "{0}起施行", "in force since {0}";
            in_force_to[1]: "有效至{0}", "valid to {0}";
            no_end: "没有查到截止日期", "no end date found";
            checked_on[1]: "{0}核对", "checked on {0}";
            provenance[3]: "{0}\u{a0}· {1} 条规则中 {2} 条核对过官方文本", "{0}\u{a0}· {2} of {1} {1|rule|rules} from official texts";
            provenance_all[1]: "{0}\u{a0}· 每条规则都核对过官方文本", "{0}\u{a0}· all rules from official texts";
            provenance_none[1]: "{0}\u{a0}· 没有一条规则核对过官方文本", "{0}\u{a0}· no rule from an official text";
            over[1]: "这套规则已于{0}到期。下面仍按它计算，请先确认有没有新规定。", "These rules ended on {0}; check whether new ones apply.";
            is_draft: "这是公开征求意见的草案，有没有通过没有查到。下面按草案来算。", "This is a draft put out for comment; whether it was adopted was not found. Below is what would come out by it.";
            not_yet[1]: "这套规则{0}才施行。下面提前按它计算。", "These rules only apply from {0}. They are already used below.";
            grades_of[1]: "{0} 条规则：", "Of {0} {0|rule|rules}: ";
            grade_count_official[1]: "{0} 条核对过官方文本", "{0} checked against an official text";
            grade_count_two[1]: "{0} 条有两个以上来源", "{0} confirmed by two or more sources";
            grade_count_one[1]: "{0} 条只有一个来源", "{0} {0|rests|rest} on one source";
            grade_count_derived[1]: "{0} 条由已知规定推出", "{0} derived from stated rules";
            grade_count_conflicting[1]: "{0} 条来源说法不一", "{0} where sources disagree";

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
            for_each_whole[1]: "每{0}", "For each {0}";
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
            floor: "总分下限", "The least that the total can be";
            before: "前一版", "Edition before";
            after: "后一版", "Edition after";
            changes_for_you: "对您的影响", "What it does to you";
            changes_verdict: "结论", "Verdict";
            changes_absent: "这一版没有", "not in this edition";
            changes_beside[1]: "填写的题目和提示有 {0} 处不同", "What the form asks and the notices say otherwise ({0})";
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
    };
}
pub(super) use rules;
