//! The guide, and figures that change with the years.

macro_rules! guide {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
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
            glossary: "词语解释", "Words explained";
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
            no_download: "聊天软件里常常不能下载：请在手机自带的浏览器里打开本页。", "Chat apps often cannot download: open this page in the phone's own browser.";
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
        }
    };
}
pub(super) use guide;
