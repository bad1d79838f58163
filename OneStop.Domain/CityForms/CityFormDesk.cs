using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CityForms;

/// <summary>様式の窓口: the templates of the City's forms. They contain no data of clients.</summary>
[DisplayName("様式")]
public sealed class CityFormDesk(DeskContext desk, FileStore store, IEnumerable<ICityForm> forms)
{
    /// <summary>Announced when a template was uploaded, taken back or brought back.</summary>
    public const string Topic = "city-forms";

    /// <summary>Returns all forms with all their templates.</summary>
    [DisplayName("様式の一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<CityFormRow>> Board()
    {
        desk.MayDo<CityFormDesk>();
        var today = desk.Now.JapaneseDate;
        await using var db = await desk.Read();
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var editions = (await db.FormEditions.AsNoTracking().OrderByDescending(e => e.UploadedAt).ToListAsync()).ToLookup(e => e.FormCode);
        return [.. forms.OrderBy(f => f.Code, StringComparer.Ordinal).Select(form =>
        {
            var inUse = editions[form.Code].AsQueryable().InUse(form.Code, today).FirstOrDefault();
            return new CityFormRow(form, [.. editions[form.Code].Select(e => RowOf(e, names, StateOf(e, inUse, today)))]);
        })];
    }

    /// <summary>Returns a form; null if there is none with this code.</summary>
    [DisplayName("様式の項目を見る")]
    [Allowed(Duty.Manager)]
    public ICityForm? Form(string code)
    {
        desk.MayDo<CityFormDesk>();
        return forms.FirstOrDefault(f => f.Code == code);
    }

    /// <summary>Opens a template with the form to which it belongs; null if there is none, or no feature has the form any more.</summary>
    [DisplayName("様式のファイルを保存する")]
    [Allowed(Duty.Manager)]
    public async Task<OpenedTemplate?> Open(Guid editionId)
    {
        desk.MayDo<CityFormDesk>();
        await using var db = await desk.Read();
        return await Opened(await db.FormEditions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == editionId));
    }

    /// <summary>Opens the template of a form that is used on a day, to be filled in; null if it is the built-in one.</summary>
    [DisplayName("使う様式を読む")]
    [Allowed(Casework = true)]
    public async Task<OpenedTemplate?> InUse(string formCode, DateOnly day)
    {
        desk.MayDo<CityFormDesk>();
        await using var db = await desk.Read();
        return await Opened(await db.FormEditions.AsNoTracking().InUse(formCode, day).FirstOrDefaultAsync());
    }

    /// <summary>様式を加える: from a day on, the form is filled in with this template.</summary>
    /// <param name="key">The key of the form on screen: one that is saved twice adds one template.</param>
    /// <returns>The id of the new edition.</returns>
    /// <exception cref="RuleException">There is no such form, the first day is missing or past, or the note is too long.</exception>
    [DisplayName("様式を加える")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Add(string formCode, FormEditionWish wish, TemplateFile file, Guid? key = null)
    {
        desk.MayDo<CityFormDesk>();
        if (forms.All(f => f.Code != formCode))
            throw new RuleException("この様式は、もう使われていません。");
        return await desk.Create(key, db => Task.FromResult(db.FormEditions.Add(FormEdition.Of(formCode, wish, file, desk.Actor.StaffId, desk.Now)).Entity.Id));
    }

    /// <summary>取り消す: the template before it is used again, or the built-in one.</summary>
    [DisplayName("様式を取り消す")]
    [Allowed(Duty.Manager)]
    public async Task TakeBack(Guid editionId)
    {
        desk.MayDo<CityFormDesk>();
        await desk.Change(async db => (await db.FormEditions.SingleAsync(e => e.Id == editionId)).TakeBack(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Undoes <see cref="TakeBack"/>.</summary>
    [DisplayName("取り消した様式を元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task BringBack(Guid editionId)
    {
        desk.MayDo<CityFormDesk>();
        await desk.Change(async db => (await db.FormEditions.SingleAsync(e => e.Id == editionId)).BringBack());
    }

    private async Task<OpenedTemplate?> Opened(FormEdition? edition) =>
        edition?.Contents is { } contents && forms.FirstOrDefault(f => f.Code == edition.FormCode) is { } form
            && await store.OpenNamed(contents.StorageName) is { } bytes
        ? new(edition.Id, form, bytes, edition.FileName, edition.Digest)
        : null;

    private static FormEditionState StateOf(FormEdition edition, FormEdition? inUse, DateOnly today) => edition switch
    {
        { TakenBack: not null } => FormEditionState.TakenBack,
        _ when edition == inUse => FormEditionState.InUse,
        _ when edition.UsedFrom > today => FormEditionState.ToCome,
        _ => FormEditionState.Former,
    };

    private static FormEditionRow RowOf(FormEdition edition, Dictionary<Guid, string> names, FormEditionState state) =>
        new(edition.Id, edition.UsedFrom, edition.Note, edition.FileName, edition.Digest, edition.Contents?.Length ?? 0, names[edition.UploadedBy],
            edition.UploadedAt, edition.TakenBack is { } back ? names[back.StaffId] : null, state);
}

/// <summary>The bytes of a template, to be read and closed by the caller.</summary>
/// <param name="Digest">The SHA-256 of the bytes, as it was when they were stored.</param>
public sealed record OpenedTemplate(Guid EditionId, ICityForm Form, Stream Bytes, string FileName, string Digest);
