using OneStop.Domain.Partners;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 提出の記録: a paper with the client's name that was made for an office that decides on a benefit, and its handing over. The bytes are not kept: the
/// version stays for ever, and the digest tells whether a paper is this one. A record is annotated and never deleted; it goes only when
/// its person is erased.
/// </summary>
public sealed class ProgramHandOver
{
    /// <summary>The most characters of a note, and the most notes.</summary>
    public const int LongestNote = 400, MostNotes = 20;

    private ProgramHandOver() { }

    /// <summary>Registers a paper that was made.</summary>
    /// <param name="consentId">The consent that names this office, in force now.</param>
    /// <exception cref="RuleException">The version is not established, or the office decides on no benefit.</exception>
    public static ProgramHandOver Of(ProgramVersion version, Partner partner, Guid consentId, MadePaper paper, Guid by, DateTimeOffset now)
    {
        RefuseUnlessFor(version, partner);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ProgramId = version.ProgramId,
            Edition = version.Number,
            PartnerId = partner.Id,
            PartnerName = partner.Name,
            ConsentId = consentId,
            Format = paper.Format,
            Digest = paper.Digest,
            FormEditionId = paper.FormEditionId,
            Words = paper.Words,
            MadeAt = now,
            MadeBy = by,
        };
    }

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }

    /// <summary>The number of the version.</summary>
    public int Edition { get; private set; }

    public Guid PartnerId { get; private set; }

    /// <summary>The name of the office as it stands on the paper.</summary>
    public string PartnerName { get; private set; } = "";

    /// <summary>The consent on which it rests.</summary>
    public Guid ConsentId { get; private set; }

    public PaperFormat Format { get; private set; }

    /// <summary>The SHA-256 of the file.</summary>
    public string Digest { get; private set; } = "";

    /// <inheritdoc cref="MadePaper.FormEditionId"/>
    public Guid? FormEditionId { get; private set; }

    /// <inheritdoc cref="MadePaper.Words"/>
    public OfficeWords Words { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }
    public Guid MadeBy { get; private set; }

    /// <summary>Null while the paper was only made.</summary>
    public PaperHanding? Handing { get; private set; }

    /// <summary>The notes, the oldest first.</summary>
    public ValueList<HandOverNote> Notes { get; private set; } = [];

    /// <summary>Whether a note says that it counts no more.</summary>
    public bool IsVoid => Notes.Any(n => n.IsVoid);

    /// <summary>渡した: records the handing over.</summary>
    /// <exception cref="RuleException">It was handed over already, counts no more, or the day is missing or lies ahead or before the paper.</exception>
    public void HandOver(HandingWish wish, Guid by, DateTimeOffset now)
    {
        if (IsVoid || Handing is not null)
            throw new RuleException("この書類の記録は、もう終わっています。まちがいは「注記を書く」で残してください。");
        if (wish.On is not { } day || day > now.JapaneseDate || day < MadeAt.JapaneseDate)
            throw new RuleException("渡した日を、書類を作った日からきょうまでの日付で選んでください。", nameof(wish.On));
        Handing = new(day, wish.Way, wish.To.Trim() is { Length: <= HandingWish.LongestTo } to ? to
            : throw new RuleException($"「相手の部署・人」は{HandingWish.LongestTo}文字までにしてください。", nameof(wish.To)), by, now);
    }

    /// <summary>注記を書く. A note that is saved twice stands once.</summary>
    /// <exception cref="RuleException">The words are missing or too long, or there are too many notes.</exception>
    public void Annotate(HandOverNoteWish wish, Guid by, DateTimeOffset now)
    {
        var words = wish.Words.Trim() switch
        {
            "" => throw new RuleException("何がちがったかを書いてください。", nameof(wish.Words)),
            { Length: > LongestNote } => throw new RuleException($"注記は{LongestNote}文字までです。", nameof(wish.Words)),
            var text => text,
        };
        if (Notes is [.., var last] && (last.StaffId, last.Words, last.IsVoid) == (by, words, wish.IsVoid))
            return; // the same form, saved again
        if (Notes.Count >= MostNotes)
            throw new RuleException($"注記は{MostNotes}個まで書けます。");
        Notes = [.. Notes, new(now, by, words, wish.IsVoid)];
    }

    /// <summary>Refuses a version that is not established, and an office that decides on no benefit or is used no more.</summary>
    /// <exception cref="RuleException">The paper may not be made.</exception>
    internal static void RefuseUnlessFor(ProgramVersion version, Partner partner)
    {
        if (version.Step != VersionStep.Established)
            throw new RuleException("窓口に渡せるのは、策定した版だけです。");
        if (!partner.DecidesOnBenefits)
            throw new RuleException("名前の入った書類を渡せるのは、給付金や貸付を決める窓口（区の子育て支援課・社会福祉協議会）だけです。");
        if (partner.Closing is not null)
            throw new RuleException($"「{partner.Name}」は、もう使わない窓口になっています。関係機関の一覧を確かめてください。");
    }
}

/// <summary>注記 as the form edits it.</summary>
public sealed record HandOverNoteWish(string Words, bool IsVoid);
