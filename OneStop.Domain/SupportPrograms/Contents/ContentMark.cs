namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>しるし: the beginning of a digest, by which a signed paper is matched with its words.</summary>
public static class ContentMark
{
    /// <summary>How many digits it has.</summary>
    public const int Digits = 8;

    /// <summary>1a2b-3c4d</summary>
    public static string Of(string digest) => $"{digest.AsSpan(0, Digits / 2)}-{digest.AsSpan(Digits / 2, Digits / 2)}";

    /// <summary>Whether what was typed, in letters of any width and case and with or without the hyphen, is the mark of a digest.</summary>
    public static bool Is(string digest, string typed) =>
        string.Equals(string.Concat(typed.Plain.Where(char.IsAsciiLetterOrDigit)), digest[..Digits], StringComparison.OrdinalIgnoreCase);
}
