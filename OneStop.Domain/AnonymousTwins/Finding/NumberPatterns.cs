using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds telephone numbers, mail addresses, postal codes, and numbers of documents, accounts and cases.</summary>
internal static partial class NumberPatterns
{
    /// <summary>Finds numbers.</summary>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain)
    {
        foreach (Match found in Mail.Matches(plain))
            yield return Of(IdentifierKind.Mail, text, found);
        foreach (Match found in Phone.Matches(plain))
            if (PhoneNumber.TryRead(found.Value, out _))
                yield return Of(IdentifierKind.Phone, text, found);
        foreach (var pattern in (Regex[])[Postcode, Case, Ours, Labelled, Document, Long])
            foreach (Match found in pattern.Matches(plain))
                yield return Of(IdentifierKind.Number, text, found);
    }

    private static FoundIdentifier Of(IdentifierKind kind, string text, Match found) =>
        new(kind, found.Index, text.Substring(found.Index, found.Length), kind.Anonymous);

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Mail { get; }

    [GeneratedRegex(@"(?<![0-9])0[0-9]{1,4}[- (]?[0-9]{1,4}[-) ]?[0-9]{3,4}(?![0-9])")]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"〒?(?<![0-9-])[0-9]{3}-[0-9]{4}(?![0-9-])")]
    private static partial Regex Postcode { get; }

    /// <summary>令和7年(家イ)第123号</summary>
    [GeneratedRegex(@"(?:令和|平成)[0-9元]+年?\([^()]{1,4}\)第?[0-9]+号")]
    private static partial Regex Case { get; }

    /// <summary>利用者番号 and alias of this service: R-0012, A-0123.</summary>
    [GeneratedRegex("(?<![A-Za-z])[RA]-[0-9]{4,}")]
    private static partial Regex Ours { get; }

    [GeneratedRegex(@"(?:(?:基礎年金|被保険者|マイナ|個人|証書|口座|免許証?の?|在留カードの?|受給者)(?:番号|ナンバー)[ :はが]*)?(?<![0-9-])[0-9]{4}-[0-9]{5,8}(?:-[0-9])?(?![0-9-])|(?:基礎年金|被保険者|証書|口座|受給者)番号[ :はが]*[0-9-]{4,}")]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"第[0-9]{3,}号|(?<![A-Za-z0-9])[A-Z]{1,3}[0-9]{5,}[A-Z]{0,3}(?![A-Za-z0-9])")]
    private static partial Regex Document { get; }

    /// <summary>Seven digits or more are no amount that people write without a unit.</summary>
    [GeneratedRegex(@"(?<![0-9-])[0-9]{7,}(?![0-9円万人件])")]
    private static partial Regex Long { get; }
}
