namespace OneStop.Domain;

/// <summary>The checks of texts typed into forms that several features share. Each returns the text as it is stored.</summary>
internal static class FormText
{
    /// <summary>Returns the text trimmed; it may be empty.</summary>
    /// <param name="what">The label of the field, for the message.</param>
    /// <param name="field">The name of the form's property.</param>
    /// <exception cref="RuleException">It is too long.</exception>
    public static string Of(string text, string what, int longest, string field) =>
        text.Trim() is { } trimmed && trimmed.Length <= longest ? trimmed : throw new RuleException($"{what}は{longest}文字までです。", field);

    /// <summary>Returns the text trimmed.</summary>
    /// <inheritdoc cref="Of"/>
    /// <exception cref="RuleException">It is missing or too long.</exception>
    public static string Required(string text, string what, int longest, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new RuleException($"{what}を入力してください。", field) : Of(text, what, longest, field);

    /// <summary>Returns a telephone number as it is shown; hyphens stay as typed, because the grouping of a land line depends on its region.</summary>
    /// <exception cref="RuleException">It is none.</exception>
    public static string Phone(string phone, string field)
    {
        if (string.IsNullOrWhiteSpace(phone))
            return "";
        if (!PhoneNumber.TryRead(phone, out var number))
            throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。", field);
        var shown = string.Concat(PhoneNumber.Seen(phone).Trim().Select(c => char.IsAsciiDigit(c) ? c : '-'));
        return shown.Replace("-", "", StringComparison.Ordinal) == number.Value && !shown.Contains("--", StringComparison.Ordinal) && shown[0] == '0'
            ? shown
            : PhoneNumber.Say(number.Value);
    }

    /// <summary>Returns the address of a page in the web; empty if there is none.</summary>
    /// <exception cref="RuleException">It is none, or too long.</exception>
    public static string Link(string link, string what, int longest, string field)
    {
        var trimmed = link.Trim();
        if (trimmed.Length == 0)
            return "";
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http" } && address.AbsoluteUri.Length <= longest
            ? address.AbsoluteUri
            : throw new RuleException($"{what}のアドレスを、https:// から{longest}文字までで入力してください。", field);
    }

    /// <summary>Returns a mail address in half width; empty if there is none. Only its shape is checked: whether it exists only a mail shows.</summary>
    /// <exception cref="RuleException">It cannot be one, or is too long.</exception>
    public static string Mail(string mail, int longest, string field)
    {
        var plain = mail.Plain.Trim();
        if (plain.Length == 0)
            return "";
        var at = plain.IndexOf('@', StringComparison.Ordinal);
        var isInShape = at > 0 && at == plain.LastIndexOf('@') && plain.IndexOf('.', at) > at + 1 && plain[^1] != '.' && !plain.Any(char.IsWhiteSpace);
        return isInShape && plain.Length <= longest
            ? plain
            : throw new RuleException($"メールアドレスを、name@example.jp の形で{longest}文字までで入力してください。", field);
    }
}
