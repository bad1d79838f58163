using OneStop.Domain.Channels;

namespace OneStop.Domain.SupportMeasures;

/// <summary>パッケージ化: one card with several measures. Others may see the telephone's screen, so the notification does not name the subject.</summary>
public static class MeasureCards
{
    private const string Notice = "お知らせがあります";
    private const int MostButtons = 4;

    /// <summary>Returns the card with the summaries, each with a button to ask about it.</summary>
    /// <param name="measures">The measures with their texts filled, in order.</param>
    public static CardContent Package(IReadOnlyList<(SupportMeasure Measure, FilledMeasure Filled)> measures) => new(Notice,
        measures.Count == 1 ? measures[0].Measure.Wording.Name : "使えるかもしれない制度です",
        string.Join("\n\n", [.. measures.Select(m => Part(m.Measure.Wording, m.Filled, measures.Count > 1)), "使えるかどうかは、窓口で決まります。一緒に確かめましょう。"]),
        [.. measures.Take(MostButtons).Select(m => new Choice($"{m.Measure.Wording.ShortName}を聞く", Says: $"{m.Measure.Wording.ShortName}について聞きたいです"))]);

    private static string Part(MeasureWording wording, FilledMeasure filled, bool isNamed) =>
        $"{(isNamed ? $"■ {wording.Name}\n" : "")}{(wording.NeedsConsultation ? "申しこむ前に、まず相談してください。\n" : "")}{filled.Summary}";
}
