using System.Text;

namespace OneStop.Domain;

/// <summary>
/// Text in the forms of Unicode, whatever came from outside: .NET refuses halves of characters and U+FFFE with an exception, which a
/// typed name or a message would carry to wherever it is read. Nowhere else is text normalised.
/// </summary>
public static class NormalText
{
    private const char Unreadable = '\uFFFD';
    private const char NoCharacter = '\uFFFE';

    extension(string text)
    {
        /// <summary>With what can be read by nobody as one mark of the same length, so that places stay.</summary>
        public string Readable => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Replace(NoCharacter, Unreadable);

        /// <summary>Letters with their marks as one character (NFC).</summary>
        public string Composed => text.Readable.In(NormalizationForm.FormC);

        /// <summary>Full and half width, ligatures and circled signs as the plain ones that they stand for (NFKC).</summary>
        public string Plain => text.Readable.In(NormalizationForm.FormKC);

        /// <summary>Letters apart from their marks (NFD).</summary>
        public string Decomposed => text.Readable.In(NormalizationForm.FormD);

#pragma warning disable RS0030 // the one place: what comes here can be normalised
        private string In(NormalizationForm form) => text.Normalize(form);
#pragma warning restore RS0030
    }
}
