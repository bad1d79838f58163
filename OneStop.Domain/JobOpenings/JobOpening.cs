using System.Text.Json;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings;

/// <summary>
/// 求人 (仕様書 7(2)③④): written by one, accepted, checked by a second person, and published. Each step is a record of who took it and when. A change after
/// the acceptance is kept as a revision and has to be checked again.
/// </summary>
public sealed partial class JobOpening
{
    private JobOpening() { }

    /// <summary>Begins an opening of an employer of ours, as a draft.</summary>
    /// <exception cref="RuleException">The employer is missing, or something is not possible.</exception>
    public static JobOpening Of(OpeningWish wish, Guid by, DateTimeOffset now)
    {
        if (wish.EmployerId is null)
            throw new RuleException("求人事業者を選んでください。", nameof(wish.EmployerId));
        return Begin(OpeningOrigin.Own, wish, by, now);
    }

    /// <summary>Begins a public opening, of which a client may only be shown, with its source, until it is accepted.</summary>
    /// <param name="by">Null for an import by the clock.</param>
    /// <exception cref="RuleException">Something is not possible.</exception>
    public static JobOpening Listed(OpeningWish wish, Guid? by, DateOnly asOf, DateTimeOffset now)
    {
        var opening = Begin(OpeningOrigin.Public, wish, by, now);
        opening.AsOf = asOf;
        opening.Settle(now);
        return opening;
    }

    private static JobOpening Begin(OpeningOrigin origin, OpeningWish wish, Guid? by, DateTimeOffset now)
    {
        var opening = new JobOpening { Id = Guid.CreateVersion7(now), Origin = origin, CreatedAt = now, CreatedBy = by, StateSince = now };
        opening.Traits = new OpeningTraits(opening.Id);
        opening.Write(wish.Checked(), by, now);
        return opening;
    }

    public Guid Id { get; private set; }
    public OpeningOrigin Origin { get; private set; }
    public Guid? EmployerId { get; private set; }
    public Guid? WorksiteId { get; private set; }
    public string Title { get; private set; } = "";
    public OpeningTerms Terms { get; private set; } = OpeningTerms.None;

    /// <summary>有効期限: the last day on which somebody may be introduced; null while it is not set.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null for an import by the clock.</summary>
    public Guid? CreatedBy { get; private set; }

    /// <summary>The opening of which it is a copy; null if of none.</summary>
    public Guid? CopiedFrom { get; private set; }

    /// <summary>Who wrote in it since it was last checked: none of them checks it.</summary>
    public ValueList<Guid> Writers { get; private set; } = [];

    /// <summary>The number of revisions.</summary>
    public int Revisions { get; private set; }

    public OpeningReceipt? Receipt { get; private set; }

    /// <summary>求人受理番号, from the sequence of all accepted openings; null before.</summary>
    public int? ReceiptNumber { get; private set; }

    /// <summary>Null while nobody has checked the present content.</summary>
    public OpeningCheck? Check { get; private set; }

    public OpeningPublication? Publication { get; private set; }
    public OpeningEnd? End { get; private set; }
    public OpeningState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>「◯月◯日時点」: the last day on which the employer, or the source, said that it is so; null for a draft.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>When the employer is asked again whether it is still so; null if it is not.</summary>
    public DateOnly? AskAgainOn { get; private set; }

    /// <summary>Whether it counts as 求人開拓, settled when all conditions were met; null before.</summary>
    public OpeningCount? Count { get; private set; }

    /// <summary>The manager's decision; null if there is none.</summary>
    public CountDecision? CountDecision { get; private set; }

    /// <summary>The columns by which it is searched.</summary>
    public OpeningTraits Traits { get; private set; } = null!;

    /// <summary>The part that staff enters.</summary>
    public OpeningWish Wish => new(EmployerId, WorksiteId, Title, ValidUntil, Terms);

    /// <summary>Identifies the content that a second person checks.</summary>
    public string Digest => ContentDigest.Of(Title, JsonSerializer.Serialize(Terms, JsonLists.Written), $"{EmployerId}", $"{WorksiteId}");

    /// <summary>R8-0012: the number under which the opening was accepted; null before.</summary>
    public string? Number => Receipt is { On: var day } && ReceiptNumber is { } number ? NumberOf(day, number) : null;

    /// <summary>R8-0012: the fiscal year in which it was accepted, and the number in the sequence of all years.</summary>
    public static string NumberOf(DateOnly receivedOn, int number) => $"R{FiscalYear.Of(receivedOn).Begins - 2018}-{number:0000}";

    /// <summary>Whether its validity has run out.</summary>
    public bool HasRunOut(DateOnly today) => ValidUntil < today;

    /// <summary>Rewrites it. Once it is accepted, the change is kept as a revision, and a second person has to check again.</summary>
    /// <param name="why">Obligatory once it is accepted.</param>
    /// <returns>The revision to be kept; null for a draft, or if nothing differs.</returns>
    /// <exception cref="RuleException">It has ended, is not ours to change, or something is missing or not possible.</exception>
    public OpeningRevision? Rewrite(OpeningWish wish, string why, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (State == OpeningState.Listed)
            throw new RuleException("公開求人の内容は、公開元のとおりに見せます。事業者に確かめて受理すると、書き直せます。");
        if (Origin == OpeningOrigin.Own && wish.EmployerId is null)
            throw new RuleException("求人事業者を選んでください。", nameof(wish.EmployerId));
        var after = wish.Checked();
        if (after == Wish)
            return null;
        if (Receipt is null)
        {
            Write(after, by, now);
            return null;
        }
        if (after.ValidUntil != ValidUntil)
            throw new RuleException("受理したあとの有効期限は、「延長する」で変えます。", nameof(wish.ValidUntil));
        AsOf = now.JapaneseDate;
        return Revise(after, why, by, now);
    }

    /// <summary>Takes over what the source says now.</summary>
    /// <param name="asOf">The day of which it speaks.</param>
    /// <returns>The revision to be kept; null if nothing differs.</returns>
    /// <exception cref="RuleException">It is no public opening, or something is not possible.</exception>
    public OpeningRevision? Refresh(OpeningWish wish, DateOnly asOf, Guid? by, DateTimeOffset now)
    {
        if (Origin != OpeningOrigin.Public)
            throw new RuleException("公開求人ではありません。");
        AsOf = asOf;
        if (End is { Kind: OpeningEndKind.Gone })
            End = null; // it is there again
        var after = wish.Checked();
        var revision = after == Wish ? null : Revise(after, "公開元の内容が変わりました。", by, now);
        Settle(now);
        return revision;
    }

    private OpeningRevision Revise(OpeningWish after, string why, Guid? by, DateTimeOffset now)
    {
        var revision = OpeningRevision.Of(this, Revisions + 1, Wish, TermWords.Differences(Terms, after.Terms), why, by, now);
        Revisions++;
        Write(after, by, now);
        return revision;
    }

    private void Write(OpeningWish after, Guid? by, DateTimeOffset now)
    {
        (EmployerId, WorksiteId, Title, ValidUntil, Terms) = (after.EmployerId, after.WorksiteId, after.Title, after.ValidUntil, after.Terms);
        if (by is { } writer)
            Writers = Check is null ? [.. Writers.Append(writer).Distinct()] : [writer];
        Check = null;
        Settle(now);
    }

    private void RefuseIfOver()
    {
        if (End is not null)
            throw new RuleException($"この求人は終わっています（{End.Kind.InJapanese}）。続けるときは、先に「終了を取り消す」を押してください。");
    }

    private void Settle(DateTimeOffset now)
    {
        var state = this switch
        {
            { End: not null } => OpeningState.Ended,
            { Receipt: null, Origin: OpeningOrigin.Public } => OpeningState.Listed,
            { Receipt: null } => OpeningState.Draft,
            { Check: null } => OpeningState.Received,
            { Publication: null } => OpeningState.Checked,
            _ => OpeningState.Published,
        };
        if (state != State)
            (State, StateSince) = (state, now);
        Traits.Follow(this, now);
    }
}
