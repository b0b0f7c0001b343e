//! Results kept and handed on: on paper, beside each other, as a link or a file.

macro_rules! kept {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
            // The printout.
            print: "打印一张单子", "Print a sheet";
            sheet_awaited: "这张纸还在读取，请稍等再按一次。", "The sheet is still loading; press again in a moment.";
            not_printed: "打印没有打开，这个浏览器可能不能打印。请在手机自带的浏览器或电脑上打开本页，或者用下面“保存和分享”里的那段话。", "No print dialogue opened; this browser may not print. Open this page in the phone's own browser or on a computer, or use the lines under “Save and share” below.";
            printout: "积分估算单", "Points estimate";
            printout_day[1]: "{0}的情况", "As of {0}";
            printout_made[1]: "由 {0} 算出", "Made by {0}";
            printout_weak: "† 少于两个来源，或来源说法不一。", "† Fewer than two sources, or sources disagree.";
            answers: "回答", "Answers";
            uncertain: "不能确定的", "What is uncertain";
            not_answered: "没有回答的", "Not answered";
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
            compare_ranks: "看排名，或者没有统一的及格分", "Ranked, or without one pass score";
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
            saving: "正在存。没有存成的话：聊天软件里常常不能下载，请在手机自带的浏览器里打开本页再存，或者复制链接。", "Saving. If no file appears: chat apps often cannot save any, so open this page in the phone's own browser, or copy the link.";
            open_file: "打开存过的文件", "Open a saved file";
            file_opened: "文件里的回答已经填上。", "The answers of the file are filled in.";
            file_unreadable: "文件没有读到：它可能被移走了，或者不让读。请重新选择。", "The file could not be read: it may have been moved, or may not be read. Choose it again.";
            file_huge: "文件太大，不会是本页存的（不到 100 KB）。请选本页存的 jifen-….json。", "The file is too large to be one that this page saved (less than 100 kB). Choose a jifen-….json that it saved.";
            file_foreign: "这不是本页存的文件，什么也没有改动。请选本页存的 jifen-….json。", "This page did not save that file; nothing has changed. Choose a jifen-….json that it saved.";
            picture: "二维码", "QR code";
            picture_help: "用手机扫一扫，就在手机上打开同样的回答。", "Scan it with a phone to open the same answers there.";
            picture_label: "二维码，内容是本页的链接", "QR code of the link to this page";
            picture_long: "回答太多，二维码放不下。请复制链接，或存成文件。", "There are too many answers for a QR code. Copy the link, or save a file.";
        }
    };
}
pub(super) use kept;
