using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>What the client enters before the page shows anything.</summary>
public enum ConfirmationGate
{
    /// <summary>番号: digits that the planner says by telephone or in a talk.</summary>
    Code,

    /// <summary>生年月日, as the file knows it.</summary>
    BirthDate,

    /// <summary>One of the two.</summary>
    Either,
}

/// <summary>What was typed at the gate, unchanged.</summary>
/// <param name="Year">In the western calendar.</param>
public sealed record GateTry(string Code, string Year, string Month, string Day);

/// <summary>The names shown on screen.</summary>
public static class ConfirmationGates
{
    extension(ConfirmationGate gate)
    {
        public string InJapanese => gate switch
        {
            ConfirmationGate.Code => "番号（電話や面談で伝える6けた）",
            ConfirmationGate.BirthDate => "生年月日",
            ConfirmationGate.Either => "番号か生年月日の、どちらか",
            _ => throw new ArgumentOutOfRangeException(nameof(gate)),
        };

        /// <summary>Whether the code opens the page.</summary>
        public bool TakesCode => gate is ConfirmationGate.Code or ConfirmationGate.Either;

        /// <summary>Whether the date of birth opens the page.</summary>
        public bool TakesBirthDate => gate is ConfirmationGate.BirthDate or ConfirmationGate.Either;
    }
}

/// <summary>
/// The code that opens a page: six random digits. They are shown once to who makes them and stored as a keyed digest, so that a reader of the database
/// does not find them by trying all.
/// </summary>
internal static class ConfirmationCode
{
    private const int Digits = 6, Above = 1_000_000;

    /// <summary>Makes a code.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(Above).ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>Returns what is stored of the code of a page.</summary>
    public static string DigestOf(AuditKey key, Guid confirmationId, string code) => key.Digest("confirmation", confirmationId.ToString(), code);

    /// <summary>Whether what was typed is the code.</summary>
    public static bool Is(AuditKey key, Guid confirmationId, string? digest, string typed) => digest is not null && CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(digest), Encoding.ASCII.GetBytes(DigestOf(key, confirmationId, typed)));

    /// <summary>Returns the code that was typed, in digits of any width and with blanks; null if it is none.</summary>
    public static string? Read(string typed) => DigitsOf(typed) is { Length: Digits } code ? code : null;

    /// <summary>Returns the date that was typed; null if it is none, or lies ahead.</summary>
    public static DateOnly? ReadDate(GateTry typed, DateOnly today) =>
        int.TryParse(DigitsOf(typed.Year), out var year) && int.TryParse(DigitsOf(typed.Month), out var month) && int.TryParse(DigitsOf(typed.Day), out var day)
        && year is >= 1900 && year <= today.Year && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        && new DateOnly(year, month, day) is var date && date <= today ? date : null;

    private static string DigitsOf(string typed) => string.Concat(typed.Plain.Where(char.IsAsciiDigit));
}
