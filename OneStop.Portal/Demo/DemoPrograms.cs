using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Portal.Demo;

/// <summary>An invented program.</summary>
/// <param name="Life">生活の状況</param>
/// <param name="Done">What was done for each item, review by review.</param>
/// <param name="Evidence">What showed the progress of the last goal, review by review.</param>
internal sealed record DemoProgram(string Life, string Work, string Motivation, (BarrierKind Kind, string Hard, string Strength)[] Pairs, int Wage, int Rent,
    DemoGoal[] Goals, DemoItem[] Items, string[] Done, string[] Evidence, string Obstacle);

/// <summary>An invented goal.</summary>
internal sealed record DemoGoal(GoalTerm Term, string OwnWords, string Words, int? Income, WorkForm? Form, string Yardstick, int Months);

/// <summary>An invented item of support, planned over some days.</summary>
/// <param name="Partner">The place of the partner in the demo's directory; null for none.</param>
internal sealed record DemoItem(SupportItemKind Kind, string What, int? Partner, string Responsible, int From, int Days, string HowOften, string ClientDoes);

/// <summary>The words of the invented programs. Names of people, schools and firms belong to nobody.</summary>
internal static class DemoPrograms
{
    public static readonly DemoProgram[] All =
    [
        new("小学2年の子と2人暮らし。学童は18時まで。近くに頼れる親せきはいない。", "架空商店でレジのパートを4年。土日も交代で入る。", "医療事務の経験を生かして、平日だけの仕事に移りたい。",
            [(BarrierKind.ChildCare, "18時までに迎えに行けない日がある", "学童の先生と連絡がよくとれている"), (BarrierKind.Skills, "パソコンの資格がない", "医療事務の経験が6年ある")], 118_000, 46_000,
            [new(GoalTerm.LongTerm, "子どもと毎晩いっしょにごはんを食べたい", "平日日中の医療事務で、正社員として働く", 190_000, WorkForm.Permanent, "", 20),
                new(GoalTerm.MidTerm, "面接で自信をもって話したい", "医療事務に3件応募する", null, null, "応募の控え", 6), new(GoalTerm.ShortTerm, "まず書類をちゃんと作りたい", "職務経歴書を仕上げる", null, null, "できあがった書類", 2)],
            [new(SupportItemKind.Partner, "マザーズコーナーでの求人さがし", 0, "ハローワークの担当者", 3, 90, "月2回", "希望条件を3つ書いて持って行く"),
                new(SupportItemKind.Consultation, "職務経歴書づくりと面接の練習", null, "朝倉 ひかり", 0, 45, "月2回", "これまでの仕事を年ごとに書き出す"),
                new(SupportItemKind.Training, "パソコンの基礎の講習", 8, "訓練校の窓口", 10, 60, "週1回", "週に2回、家で30分練習する")],
            ["求人票を5件見て、2件にしぼった。", "職務経歴書の下書きを2回直した。", "講習に3回出席した。"], ["下書きができた", "清書まで終わり、印刷した"], "土曜の講習の日の預け先がまだ決まらない。"),
        new("4歳と中学1年の子と3人暮らし。祖母が週に2日、夕方をみてくれる。", "介護施設の夜勤の補助。月に8回の夜勤がある。", "介護福祉士になって、夜勤のない働き方を選べるようになりたい。",
            [(BarrierKind.Health, "夜勤のあと眠れない日がある", "体調の記録を自分でつけている"), (BarrierKind.Household, "学費の見通しが立たない", "家計簿を1年つづけている")], 152_000, 52_000,
            [new(GoalTerm.LongTerm, "体をこわさずに働き続けたい", "介護福祉士として、日勤の正社員で働く", 220_000, WorkForm.Permanent, "", 24),
                new(GoalTerm.ShortTerm, "学校のことをきちんと知りたい", "学校を1つに決めて申し込む", null, null, "申込みの控え", 3)],
            [new(SupportItemKind.Partner, "給付金の事前相談に行く", 2, "区役所の窓口", 5, 20, "1回", "家計の分かるものと学校の案内を持って行く"),
                new(SupportItemKind.Training, "実務者研修の学校を選ぶ", 8, "訓練校の窓口", 7, 50, "月1回", "見学の日を2つ決める"),
                new(SupportItemKind.Consultation, "働き方と体調の相談", null, "朝倉 ひかり", 0, 120, "月1回", "眠れた時間をメモしてくる")],
            ["窓口で条件の説明を受けた。", "2校を見学した。", "夜勤を月6回に減らせないか、話し方を考えた。"], ["2校の資料をそろえた", "1校にしぼり、申込書を書いた"], "見学の日に子どもが熱を出し、1回延ばした。"),
        new("小学5年の子と2人暮らし。親せきは県外にいる。", "朝の弁当工場と夜のレジのかけもち。週に52時間。", "仕事を1つにして、夜は家にいたい。",
            [(BarrierKind.DoubleWork, "夜9時まで子どもが1人で待っている", "子どもと毎日電話で話している"), (BarrierKind.Confidence, "正社員で働いたことがない", "どの職場でも2年以上つづいている")], 171_000, 43_000,
            [new(GoalTerm.LongTerm, "夜は子どもと家にいたい", "1つの仕事で、今と同じ収入を得る", 175_000, WorkForm.Permanent, "", 12),
                new(GoalTerm.ShortTerm, "夜の仕事を少しずつ減らしたい", "夜のレジを週5日から週3日にする", null, null, "勤務表", 2)],
            [new(SupportItemKind.Consultation, "家計と働き方の見直し", null, "朝倉 ひかり", 0, 60, "月1回", "2つの仕事の給料明細を持ってくる"),
                new(SupportItemKind.JobSearch, "時間の合う求人を一緒にさがす", null, "朝倉 ひかり", 7, 90, "月2回", "ゆずれない条件を3つ決める"),
                new(SupportItemKind.Partner, "子どもの夜の居場所をさがす", 9, "学び教室の担当者", 3, 30, "1回", "子どもの希望を聞いておく")],
            ["給料明細を並べ、夜の仕事を減らしたときの家計を計算した。", "条件に合う求人を4件見た。", "学び教室を見学し、子どもが通うことにした。"], ["店長に希望を伝えた", "来月の勤務表が週3日になった"], "年末は店が忙しく、減らすのは来月からになった。"),
        new("1歳の子と2人暮らし。家族の介護もあり、家をあけにくい。", "育児のため、今は働いていない。前は事務の仕事を5年。", "在宅で少しずつ仕事を始めたい。",
            [(BarrierKind.ChildCare, "保育園の空きを待っている", "一時預かりの登録をすませた"), (BarrierKind.Skills, "表計算を使う自信がない", "事務の経験が5年ある")], 0, 38_000,
            [new(GoalTerm.LongTerm, "家で働いて、自分の収入をもちたい", "在宅の事務の仕事で、決めた額の収入を得る", 80_000, WorkForm.HomeWork, "", 12),
                new(GoalTerm.ShortTerm, "パソコンを思い出したい", "表計算の講座を終える", null, null, "修了証", 3)],
            [new(SupportItemKind.Training, "パソコン講座（在宅）", 8, "訓練校の窓口", 7, 70, "週1回", "練習の時間を週に2回とる"),
                new(SupportItemKind.Partner, "保育園・一時預かりの相談", 7, "保育コンシェルジュ", 2, 25, "1回", "働きたい曜日と時間を伝える"),
                new(SupportItemKind.Consultation, "在宅の仕事の選び方の相談", null, "朝倉 ひかり", 0, 90, "月1回", "見つけた募集を見せる")],
            ["講座の1回めと2回めを終えた。", "一時預かりを2回使った。", "名ばかりの求人の見分け方を話した。"], ["講座を半分終えた", "課題に合格した"], "預かりの日が思うように取れない。"),
    ];
}
