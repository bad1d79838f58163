namespace OneStop.Portal.Features.JobOpenings.Terms;

/// <summary>The most characters of the texts of an opening's terms.</summary>
internal static class TermLimit
{
    public const int Line = 200;
    public const int Passage = 2000;
}
