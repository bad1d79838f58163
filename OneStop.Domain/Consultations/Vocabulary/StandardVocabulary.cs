using System.Globalization;

namespace OneStop.Domain.Consultations.Vocabulary;

/// <summary>The subjects and templates with which the service starts. They are rows like all others: the manager renames, adds and retires them.</summary>
public static class StandardVocabulary
{
    private static readonly string[] Names =
    [
        "就職・転職の希望", "今の仕事の悩み", "働き方と子育ての両立", "資格・職業訓練", "応募書類・面接", "給付金・貸付", "家計・債務", "養育費・離婚", "健康・こころ",
        "住まい", "暴力・安全", "ほかの窓口の案内", "その他",
    ];

    private static readonly RecordTemplateWish[] Patterns =
    [
        new("初回の相談", "【きっかけ】\n【希望】\n【困っていること】", "【強み】\n【課題】\n【急ぐこと】", "【聞いたこと】\n【説明した制度】\n【渡した資料】", "次回の相談の日を決める"),
        new("応募書類・面接", "【応募先】\n【締切】", "【書類の状態】\n【本人の不安】", "【直したところ】\n【練習したこと】", "書き直した書類を確かめる"),
        new("経過の確認", "【前回からの変化】", "【進んだこと】\n【止まっていること】", "【確認したこと】\n【決めたこと】", ""),
    ];

    /// <summary>The ids and names of the subjects, in their order.</summary>
    public static IReadOnlyList<(Guid Id, string Name)> All => [.. Names.Select((name, i) => (IdOf(1, i), name))];

    /// <summary>The rows of the subjects, in their order.</summary>
    internal static IEnumerable<object> Subjects => Names.Select((name, i) => new { Id = IdOf(1, i), Name = name, Place = i + 1, Version = 0 });

    /// <summary>The rows of the templates.</summary>
    internal static IEnumerable<object> Templates =>
        Patterns.Select((p, i) => new { Id = IdOf(2, i), p.Name, p.Complaint, p.Assessment, p.Support, p.NextStep, Version = 0 });

    /// <summary>Fixed ids: a migration that is made anew inserts the same rows.</summary>
    private static Guid IdOf(int list, int index) => Guid.ParseExact($"0199c0de-0000-7000-800{list}-{index.ToString("D12", CultureInfo.InvariantCulture)}", "D");
}
