namespace OneStop.Portal.SignIn;

/// <summary>The page that was requested before the sign-in.</summary>
internal static class ReturnAddress
{
    private static readonly Uri Here = new("https://here.invalid");

    /// <summary>Returns the address in characters that a header may contain; the start page if the address is not one of this portal.</summary>
    public static string Of(string? wished) =>
        wished is ['/', ..] && Uri.TryCreate(Here, wished, out var place) && place.GetLeftPart(UriPartial.Authority) == Here.GetLeftPart(UriPartial.Authority)
            && place.PathAndQuery is not ['/', '/', ..] // "/.//elsewhere" becomes one when its dots are resolved
            ? place.PathAndQuery + place.Fragment
            : "/";
}
