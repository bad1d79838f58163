using OneStop.Domain.CaseFiles.Transfers;
using OneStop.Domain.Due;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.CaseFiles.Caseload;

/// <summary>担当一覧: the open cases by who is in charge and by stage.</summary>
/// <param name="Rows">Nobody's cases first, then the reader's, then those of who can be in charge no more, then those of the others by name.</param>
public sealed record CaseloadTable(IReadOnlyList<CaseloadRow> Rows)
{
    /// <summary>The stages of open cases, in order.</summary>
    public static readonly IReadOnlyList<CaseStage> Stages = [.. Enum.GetValues<CaseStage>().Where(s => s != CaseStage.Closed)];
}

/// <summary>The cases of one member of staff.</summary>
/// <param name="StaffId">Null for the cases of which nobody is in charge.</param>
/// <param name="IsHere">Whether the person can still be in charge: who left or sees no people any more may have cases that wait for another.</param>
/// <param name="Cells">One for each stage of <see cref="CaseloadTable.Stages"/>.</param>
public sealed record CaseloadRow(Guid? StaffId, string Name, bool IsHere, Away? Away, IReadOnlyList<CaseloadCell> Cells)
{
    /// <summary>All cases of the person.</summary>
    public CaseloadCell Whole => new(null, Cells.Sum(c => c.Count), Cells.Sum(c => c.Overdue), Cells.Sum(c => c.ThisWeek));
}

/// <summary>The cases of one member of staff in one stage.</summary>
/// <param name="Stage">Null for all stages.</param>
/// <param name="Overdue">In how many something is overdue.</param>
/// <param name="ThisWeek">In how many of the others something is due within <see cref="DueDesk.Ahead"/>.</param>
public sealed record CaseloadCell(CaseStage? Stage, int Count, int Overdue, int ThisWeek);

/// <summary>The cases of one member of staff as cards.</summary>
/// <param name="StaffId">Null for the cases of which nobody is in charge.</param>
public sealed record CaseBoard(Guid? StaffId, string Name, bool IsHere, Away? Away, IReadOnlyList<CaseColumn> Columns);

/// <summary>A stage of the board.</summary>
/// <param name="Count">How many cases there are.</param>
/// <param name="Cards">The most urgent of them.</param>
public sealed record CaseColumn(CaseStage Stage, int Count, IReadOnlyList<CaseCard> Cards);

/// <summary>A case as a card.</summary>
/// <param name="Due">The most urgent thing to do; null if nothing is due.</param>
/// <param name="NextBooking">The start of the next booking; null if there is none.</param>
/// <param name="LastTalkAt">When something was last said in LINE, or a talk was held; null if never.</param>
/// <param name="IsUnconfirmed">Whether the person in charge has not confirmed the transfer.</param>
public sealed record CaseCard(ChosenCase Client, DueItem? Due, DateTimeOffset? NextBooking, DateTimeOffset? LastTalkAt, FourTold Told, bool IsUnconfirmed)
    : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(Client.ConversationId, Client.ClientId);
}
