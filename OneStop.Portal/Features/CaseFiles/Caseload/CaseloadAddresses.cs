using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Stages;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.CaseFiles.Caseload;

/// <summary>The addresses of 担当一覧, of a person's board, and of the list of the cases behind a number.</summary>
internal static class CaseloadAddresses
{
    /// <summary>The board of one member of staff.</summary>
    /// <param name="staffId">Null for the cases of which nobody is in charge.</param>
    /// <param name="stage">The stage that is shown first on a narrow window.</param>
    public static string BoardOf(Guid? staffId, CaseStage? stage = null) =>
        $"/caseload/{staffId?.ToString() ?? "none"}{(stage is { } shown ? $"?stage={shown.ToString().ToLowerInvariant()}" : "")}";

    /// <summary>The list of clients of one member of staff, in one stage or all.</summary>
    /// <param name="staffId">Null for the cases of which nobody is in charge.</param>
    public static string ListOf(Guid? staffId, CaseStage? stage) =>
        ListAddress.Write("/clients", new ListQuery<ClientFilter>(new() { Person = staffId, IsUncharged = staffId is null, Stage = stage }));
}
