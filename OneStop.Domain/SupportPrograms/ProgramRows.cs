using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Comments;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Corrections;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <summary>A program as a row of a list: who, how far, and what comes next. It says nothing of its contents.</summary>
public sealed record ProgramRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required Guid ClientId { get; init; }
    public required int ClientNumber { get; init; }
    public required string? ClientName { get; init; }
    public required int? FriendNumber { get; init; }
    public required string? CalledAs { get; init; }

    /// <summary>The client's conversation in LINE; null if there is none.</summary>
    public required Guid? ConversationId { get; init; }

    public required Guid PlannerId { get; init; }
    public required string PlannerName { get; init; }
    public required DateOnly AppliedOn { get; init; }
    public required ProgramState State { get; init; }
    public required VersionStep NewestStep { get; init; }
    public required DateTimeOffset StateSince { get; init; }
    public required int Edition { get; init; }
    public required int? EstablishedEdition { get; init; }

    /// <summary>When the first version was established; null before.</summary>
    public required DateOnly? EstablishedOn { get; init; }

    public required DateOnly? NextReviewOn { get; init; }
    public required DateOnly? AftercareOn { get; init; }
    public required DateOnly? EndedOn { get; init; }
    public required ProgramEndReason? EndReason { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);

    /// <summary>The name of the client on screen.</summary>
    public string Alias => ClientName is { } name ? $"{name}（{Client.NumberOf(ClientNumber)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs)
        : $"利用者 {Client.NumberOf(ClientNumber)}";

    /// <summary>For how many service days it has been in its state; 0 since today.</summary>
    public int DaysInState(DateTimeOffset now) => ServiceDay.Of(now).Date.DayNumber - ServiceDay.Of(StateSince).Date.DayNumber;

    /// <summary>Whether a change is under way beside the version in force.</summary>
    public bool IsChanging => State == ProgramState.Running && NewestStep.IsUnderWay;

    /// <summary>実施中（変更: 確認依頼）</summary>
    public string StateInWords => IsChanging ? $"{State.InJapanese}（変更: {NewestStep.InJapanese}）" : State.InJapanese;
}

/// <summary>A version in a list of versions.</summary>
public sealed record VersionHead(Guid Id, int Number, VersionStep Step, VersionWay? Way, string Reason, DateTimeOffset StartedAt, string StartedBy,
    DateOnly? EstablishedOn);

/// <summary>An assessment with who wrote it.</summary>
public sealed record CircumstancesView(Guid Id, int Number, CarriedFacts Carried, DateTimeOffset CarriedAt, CircumstancesNotes Notes,
    ValueList<BarrierPair> Pairs, Budget Budget, DateTimeOffset ChangedAt, string ChangedBy, bool IsFixed)
{
    /// <summary>The assessment alone, for comparing two.</summary>
    public ProgramContent Content => new(Carried, Notes, Pairs, Budget, [], []);
}

/// <summary>A version with its words.</summary>
public sealed record VersionView
{
    public required Guid ClientId { get; init; }
    public required VersionHead Head { get; init; }
    public required ValueList<Goal> Goals { get; init; }
    public required ValueList<SupportItem> Items { get; init; }
    /// <summary>Who wrote in it: none of them approves it.</summary>
    public required IReadOnlyList<Guid> WriterIds { get; init; }

    public required IReadOnlyList<string> Writers { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }
    public required VersionRequest? Request { get; init; }
    public required string? RequestedBy { get; init; }
    public required VersionReturn? Return { get; init; }
    public required string? ReturnedBy { get; init; }
    public required VersionApproval? Approval { get; init; }
    public required string? ApprovedBy { get; init; }
    public required VersionConfirmation? Confirmation { get; init; }

    /// <summary>The assessment on which it rests.</summary>
    public required CircumstancesView Circumstances { get; init; }

    /// <summary>The digest of the words.</summary>
    public required string Digest { get; init; }

    /// <summary>The whole of it.</summary>
    public ProgramContent Content =>
        new(Circumstances.Carried, Circumstances.Notes, Circumstances.Pairs, Circumstances.Budget, Goals, Items);
}

/// <summary>An open program.</summary>
public sealed record ProgramView
{
    public required ProgramRow Row { get; init; }
    public required LeadWish Lead { get; init; }

    /// <summary>The conditions in force, with the answers of this program; an answered condition stays as it was asked.</summary>
    public required IReadOnlyList<ConditionLine> Conditions { get; init; }

    /// <summary>相談へ: whether an answer asks for a talk first.</summary>
    public required bool NeedsTalk { get; init; }

    /// <summary>The consent to take part: since when it is given; null if it is not.</summary>
    public required DateTimeOffset? ConsentAt { get; init; }

    /// <summary>Other programs of the client that have not ended either, as after a merge; empty if this one has.</summary>
    public required IReadOnlyList<OtherProgram> Others { get; init; }

    public required ProgramBaseline? Baseline { get; init; }
    public required ProgramEnd? End { get; init; }
    public required ProgramEndNote? EndNote { get; init; }
    public required string? EndedBy { get; init; }

    /// <summary>The newest version; null for who may not read the words.</summary>
    public required VersionView? Newest { get; init; }

    /// <summary>The version in force, if it is another one; null before the first, or for who may not read the words.</summary>
    public required VersionView? InForce { get; init; }

    /// <summary>The assessment before the one of the newest version; null if there is none.</summary>
    public required CircumstancesView? Before { get; init; }

    /// <summary>
    /// When it would first be seen whether life holds, by the rule in force, if the program ended today; null for who may not read the words.
    /// </summary>
    public required DateOnly? AftercareFrom { get; init; }

    /// <summary>All versions, the newest first.</summary>
    public required IReadOnlyList<VersionHead> Versions { get; init; }

    /// <summary>The versions that the client confirmed on paper, the oldest first.</summary>
    public required IReadOnlyList<PaperVersion> Papers { get; init; }

    /// <summary>What was corrected after the establishment, the oldest first.</summary>
    public required IReadOnlyList<CorrectionRow> Corrections { get; init; }

    /// <summary>The comments on all versions, the oldest first.</summary>
    public required IReadOnlyList<ProgramCommentRow> Comments { get; init; }

    /// <summary>What is missing before the approval can be asked for; empty if the version is not open.</summary>
    public required IReadOnlyList<MissingPart> Missing { get; init; }

    /// <summary>Whether the file knows something else than what was carried over into an assessment that is still written.</summary>
    public required bool HasFileChanged { get; init; }

    /// <summary>Whether nothing but dates differs from the version in force, so that the short way is open.</summary>
    public required bool IsOnlyDates { get; init; }

    /// <summary>Whether the actor may write: planners and managers.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether the actor may correct days after the establishment.</summary>
    public required bool IsManager { get; init; }

    /// <summary>Whether the actor may approve: planners and managers who neither wrote it nor asked.</summary>
    public required bool MayApprove { get; init; }
}

/// <summary>Another program of the same client.</summary>
public sealed record OtherProgram(Guid Id, int Number);

/// <summary>A version that the client confirmed on paper, and the day that stands on it.</summary>
public sealed record PaperVersion(int Number, DateOnly On, bool HasScan);

/// <summary>A correction with the name of who made it.</summary>
public sealed record CorrectionRow(ProgramCorrection Correction, string By);

/// <summary>What differs between two versions; empty if nothing does.</summary>
public sealed record VersionComparison(Guid ClientId, IReadOnlyList<PartDifference> Parts);

/// <summary>A condition with its answer.</summary>
/// <param name="Reply">Null if it was not asked yet.</param>
/// <param name="By">Who entered the answer; null if it was not asked yet.</param>
public sealed record ConditionLine(AskedCondition Condition, ConditionReply? Reply, DateTimeOffset? At, string? By, bool LeadsToTalk);

/// <summary>What a new program begins with.</summary>
/// <param name="Open">The client's program that has not ended; null if there is none.</param>
/// <param name="IsClosed">Whether the support has ended: it is reopened before a program begins.</param>
public sealed record ProgramStart(ClientRow Client, ProgramRow? Open, bool IsClosed, bool HasConsent);

/// <summary>What the form of a new program says.</summary>
/// <param name="AppliedOn">申込日</param>
public sealed record ProgramBeginning(DateOnly? AppliedOn, ProgramLead Lead, string LeadWords);

/// <summary>Something to which an item of support refers.</summary>
public sealed record ItemChoice(Guid Id, string Name);

/// <summary>What items of support can refer to.</summary>
public sealed record ItemChoices(IReadOnlyList<ItemChoice> Measures, IReadOnlyList<ItemChoice> Partners, IReadOnlyList<ItemChoice> Staff);
