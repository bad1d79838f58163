namespace OneStop.Tests.Benchmarks;

/// <summary>Short Japanese messages to a counselor, from a seeded generator.</summary>
internal sealed class InboxTexts(Random random)
{
    /// <summary>Occurs in about every fifth message.</summary>
    public const string Common = "相談";

    /// <summary>Occurs in one of a hundred thousand messages.</summary>
    public const string Rare = "溶接";

    /// <summary>Occurs nowhere.</summary>
    public const string Absent = "鯨肉";

    /// <summary>A word whose bigrams are all common.</summary>
    public const string Longer = "ハローワーク";

    private const int OneInHowMany = 100_000;

    private static readonly string[] Openings = ["こんばんは。", "こんにちは。", "お世話になっています。", "はじめまして。", "夜分にすみません。", "先日はありがとうございました。", "", "", "", "", ""];
    private static readonly string[] Topics =
    [
        "医療事務の資格", "簿記の勉強", "介護の研修", "保育園の空き", "学童保育の時間", "ハローワークの求人", "面接の日程", "履歴書の書き方", "職務経歴書", "パートの時間", "正社員の求人", "在宅の仕事",
        "児童扶養手当", "養育費", "高等職業訓練促進給付金", "住宅支援資金の貸付", "家賃の補助", "子どもの熱", "夜勤", "土日の休み", "通勤時間", "車の免許", "看護学校", "調理師", "派遣の更新", "退職の伝え方",
        "年末調整", "社会保険", "扶養の範囲", "下の子の入園", "小学校の行事", "訓練校の申し込み", "パソコンの講座", "コールセンター", "スーパーの品出し", "工場の軽作業", "事務職", "清掃の仕事", "引っ越し", "元夫との連絡",
    ];

    private static readonly string[] Asks =
    [
        "について相談したいです", "のことで相談があります", "はどうしたらいいですか", "について教えてください", "が不安です", "を探しています", "に応募してみようと思います", "は何時まで大丈夫ですか",
        "の書類をもらいました", "が決まりました", "に落ちてしまいました", "の予約を変更したいです", "の結果を待っているところです", "がなかなか見つかりません", "について母とも話しました",
    ];

    private static readonly string[] Answers =
    [
        "についてですね。ご状況をもう少し教えていただけますか。", "の資料をお送りします。ご都合のよいときにご覧ください。", "については、来週の火曜か木曜にご相談できます。", "は、必要な書類がいくつかあります。一緒に確認しましょう。",
        "の件、承知しました。決まりましたらご連絡ください。", "でしたら、求人が3件あります。条件をお知らせします。", "は、年収や勤務時間で変わることがあります。", "、おめでとうございます。次の準備を一緒に進めましょう。",
    ];

    private static readonly string[] Short = ["はい", "ありがとうございます", "わかりました", "お願いします", "了解です", "明日の10時でお願いします", "助かります", "すみません、寝落ちしていました", "大丈夫です",
        "子どもが起きたのでまた連絡します"];

    public string Client() => (random.Next(4), random.Next(OneInHowMany)) switch
    {
        (_, 0) => $"{Rare}の仕事に興味があります",
        (0, _) => One(Short),
        _ => $"{One(Openings)}{One(Topics)}{One(Asks)}{(random.Next(3) == 0 ? $"。{One(Topics)}も気になっています" : "")}",
    };

    public string Staff() => $"{(random.Next(3) == 0 ? "ご連絡ありがとうございます。" : "")}{One(Topics)}{One(Answers)}";

    private string One(string[] words) => words[random.Next(words.Length)];
}
