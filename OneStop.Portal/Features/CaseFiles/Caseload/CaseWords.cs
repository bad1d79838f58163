using OneStop.Domain.CaseFiles.Transfers;

namespace OneStop.Portal.Features.CaseFiles.Caseload;

/// <summary>Words for cases that stay as they are.</summary>
internal static class CaseWords
{
    private const int Named = 5;

    /// <summary>Names the first of them with the reason, and counts the others.</summary>
    public static string Say(IReadOnlyList<KeptCase> kept) => string.Join(" ", kept.Take(Named).Select(k => $"{k.Words}: {k.Why}"))
        + (kept.Count > Named ? $" ほか{kept.Count - Named}人。" : "");
}
