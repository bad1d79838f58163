using OneStop.Domain.SupportMeasures;

namespace OneStop.Portal.Features.SupportMeasures;

/// <summary>Whether a program that is drawn here suffices, in words for staff. No text for a client says it.</summary>
internal static class GateWords
{
    /// <summary>Returns the sentence.</summary>
    /// <param name="source">Where the City's answer stands.</param>
    public static string Of(ProgramSuffices suffices, string source) => suffices switch
    {
        ProgramSuffices.Yes => $"福岡市の回答: ここで作ったプログラムで足ります（{source}）。",
        ProgramSuffices.No => $"福岡市の回答: ここで作ったプログラムでは足りません（{source}）。どこのプログラムが要るかを、窓口に確かめてください。",
        ProgramSuffices.Outdated => $"ここで作ったプログラムで足りるかについての福岡市の回答（{source}）を、1年以上確かめていません。確かめるまで、利用者には「足ります」と言わないでください。",
        _ => "ここで作ったプログラムで足りるかは未確認（福岡市の書面の回答を待っています）。利用者には、まだ「足ります」と言わないでください。",
    };
}
