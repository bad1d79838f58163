using System.Security.Cryptography;
using OneStop.Domain;
using OneStop.Domain.CityForms;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>Fills in a form of the City with the template that is used on a day: an uploaded one, or else the built-in one.</summary>
internal sealed class CityFormFiller(CityFormDesk desk, FileWorkGate gate)
{
    /// <param name="day">The day that the paper bears.</param>
    /// <returns>The workbook, and the edition of its template; null for the built-in one.</returns>
    /// <exception cref="RuleException">The template cannot be read or does not fit the form any more, or others are working on files for too long.</exception>
    public async Task<(FilledForm Form, Guid? EditionId)> Fill(ICityForm form, FormContent content, DateOnly day)
    {
        var opened = await desk.InUse(form.Code, day);
        var template = opened is null ? BuiltInTemplate.Of(form) : await BytesOf(opened);
        var filled = await gate.Do(() => FormTemplate.Of(template).Fill(form, content));
        return filled.Check.Faults.Count == 0 ? (filled, opened?.EditionId)
            : throw new RuleException($"様式「{form.Name}」が、いまの項目と合わなくなっています（{filled.Check.Faults[0].Place}: {filled.Check.Faults[0].Sentence}）。業務責任者に知らせてください。設定の「様式」で、新しい様式を入れると使えます。");
    }

    /// <summary>Reads the bytes of a template, and closes it.</summary>
    /// <exception cref="RuleException">They are not the bytes that were uploaded.</exception>
    public static async Task<byte[]> BytesOf(OpenedTemplate opened)
    {
        await using var stream = opened.Bytes;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return DigestOf(bytes.ToArray()) == opened.Digest ? bytes.ToArray()
            : throw new RuleException("様式のファイルが、アップロードしたときと変わっています。システム管理者に知らせてください。");
    }

    /// <summary>The SHA-256 in lower-case hexadecimal digits.</summary>
    public static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
