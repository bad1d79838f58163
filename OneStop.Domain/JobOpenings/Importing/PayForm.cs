namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>賃金形態 as the lists say it.</summary>
public enum PayForm
{
    Hourly,
    Daily,
    Monthly,
    Yearly,

    /// <summary>その他: 出来高 and the like.</summary>
    Other,
}

/// <summary>The words of <see cref="PayForm"/>.</summary>
public static class PayForms
{
    private static readonly (string Word, PayForm Form)[] Words =
    [
        ("時給", PayForm.Hourly), ("時間給", PayForm.Hourly), ("時間額", PayForm.Hourly), ("日給月給", PayForm.Monthly), ("日給", PayForm.Daily),
        ("日額", PayForm.Daily), ("月給", PayForm.Monthly), ("月額", PayForm.Monthly), ("年俸", PayForm.Yearly), ("年収", PayForm.Yearly),
        ("年額", PayForm.Yearly), ("その他", PayForm.Other),
    ];

    extension(PayForm form)
    {
        public string InJapanese => form switch
        {
            PayForm.Hourly => "時給",
            PayForm.Daily => "日給",
            PayForm.Monthly => "月給",
            PayForm.Yearly => "年俸",
            _ => "その他",
        };
    }

    /// <summary>Reads a form by the word with which the text begins: 月給, 時間額, 年俸制.</summary>
    /// <exception cref="RuleException">It begins with none.</exception>
    public static PayForm Read(string text) => Find(text) ?? throw new RuleException($"{Written.Quote(text)}は、賃金形態（月給・日給・時給・年俸）ではありません。");

    /// <summary>Returns the form that a text such as 「月給 250,000円」 begins with; null if none.</summary>
    public static PayForm? Find(string text)
    {
        var plain = Written.Plain(text);
        return Words.Where(w => plain.StartsWith(w.Word, StringComparison.Ordinal)).Select(w => (PayForm?)w.Form).FirstOrDefault();
    }
}
