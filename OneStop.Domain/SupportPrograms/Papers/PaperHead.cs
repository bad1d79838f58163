using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>What stands on each page of a paper: which version of which program it is.</summary>
/// <param name="Number">プログラム番号</param>
/// <param name="Edition">The number of the version.</param>
/// <param name="On">策定日, or the day of the last change while it is not established.</param>
/// <param name="Digest">The digest of the words that were confirmed; before that, of the present ones (<see cref="ProgramContent.Digest"/>).</param>
public sealed record PaperHead(int Number, int Edition, VersionStep Step, DateOnly On, string Digest)
{
    /// <summary>Whether the words may still change: neither approved nor established.</summary>
    public bool IsDraft => Step is not (VersionStep.Approved or VersionStep.Established);

    /// <summary>The line at the top of each page; empty for an established version.</summary>
    public string Warning => Step switch
    {
        VersionStep.Established => "",
        VersionStep.Approved => "本人の確認の前",
        _ => "下書き（まだ決まった内容ではありません）",
    };

    /// <summary>P-0012　第2版　2026年11月30日</summary>
    public string Foot => $"{SupportProgram.NumberOf(Number)}　第{Edition}版　{On.InYear}";

    /// <inheritdoc cref="ContentMark"/>
    public string Mark => ContentMark.Of(Digest);
}
