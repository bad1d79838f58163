namespace OneStop.Portal.SignIn;

/// <summary>The place that somebody wished to open before signing in.</summary>
internal static class ReturnAddress
{
    private static readonly Uri Here = new("https://here.invalid");

    /// <summary>The place, in characters that a header may hold; the start page where it is none of ours.</summary>
    public static string Of(string? wished) =>
        wished is ['/', ..] && Uri.TryCreate(Here, wished, out var place) && place.GetLeftPart(UriPartial.Authority) == Here.GetLeftPart(UriPartial.Authority)
            && place.PathAndQuery is not ['/', '/', ..] // "/.//elsewhere" is one once its dots are resolved
            ? place.PathAndQuery + place.Fragment
            : "/";
}
