using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 本人に渡す紙: goals and support for the person, one page for each goal. It says nothing of household, money owed, health or safety, because others at home
/// may see it, and calls the person as they wish to be called.
/// </summary>
/// <param name="CalledAs">Null if the person never said how they wish to be called.</param>
/// <param name="Aims">The nearest first.</param>
/// <param name="Shared">Support that serves several goals, or none of its own.</param>
/// <param name="Items">All support in its order, for the time line.</param>
/// <param name="NextMeetingOn">Null if it is not fixed.</param>
public sealed record PersonPaper(PaperHead Head, string? CalledAs, string Planner, IReadOnlyList<PersonAim> Aims, IReadOnlyList<SupportItem> Shared,
    IReadOnlyList<SupportItem> Items, DateOnly? NextMeetingOn)
{
    /// <summary>What stands instead of the name of an office that would tell what the person suffers from.</summary>
    public const string DiscreetWords = "ご案内した窓口に相談する", DiscreetOffice = "ご案内した窓口", DiscreetDoing = "担当者と話したとおりに進める";

    /// <summary>Lays out a version for the person.</summary>
    /// <param name="sensitive">The partners whose names tell what somebody suffers from.</param>
    public static PersonPaper Of(PaperHead head, string? calledAs, string planner, ProgramContent content, DateOnly? nextMeetingOn,
        IReadOnlySet<Guid> sensitive)
    {
        SupportItem[] items = [.. content.Items.Select(i => i.PartnerId is { } partner && sensitive.Contains(partner)
            ? i with { What = DiscreetWords, Responsible = DiscreetOffice, ClientDoes = DiscreetDoing } : i)];
        PersonAim[] aims = [.. content.Goals.OrderByDescending(g => g.Term).Select(g => new PersonAim(g, [.. items.Where(i => i.GoalId == g.Id)]))];
        return new(head, calledAs, planner, aims, [.. items.Where(i => !aims.Any(a => a.Goal.Id == i.GoalId))], items, nextMeetingOn);
    }
}

/// <summary>めざすこと, with the support that serves it.</summary>
public sealed record PersonAim(Goal Goal, IReadOnlyList<SupportItem> Items);
