using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Files;

/// <summary>書類の種類の窓口: the kinds of files, maintained by managers.</summary>
[DisplayName("書類の種類")]
public sealed class ClientFileKindDesk(DeskContext desk)
{
    /// <summary>Announced when a kind has changed.</summary>
    public const string Topic = "file-kinds";

    /// <summary>Returns all kinds in their order; files may have retired ones.</summary>
    [DisplayName("書類の種類を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ClientFileKindRow>> All()
    {
        desk.MayDo<ClientFileKindDesk>();
        await using var db = await desk.Read();
        return await db.ClientFileKinds.OrderBy(k => k.Place).ThenBy(k => k.Name)
            .Select(k => new ClientFileKindRow(k.Id, k.Name, k.IsForSupport, k.IsConsent, k.RetiredAt)).ToListAsync();
    }

    /// <summary>Adds a kind at the end of the list.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    [DisplayName("書類の種類を加える")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Add(Edit<ClientFileKindWish> edit)
    {
        desk.MayDo<ClientFileKindDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var kind = ClientFileKind.Create(edit.Wish, 1 + (await db.ClientFileKinds.MaxAsync(k => (int?)k.Place) ?? 0), desk.Now);
            await RefuseTwice(db, kind.Id, kind.Name);
            return db.Add(kind).Entity.Id;
        });
    }

    /// <summary>Renames a kind.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    /// <exception cref="ConflictException{T}">A colleague has renamed it meanwhile.</exception>
    [DisplayName("書類の種類の名前を変える")]
    [Allowed(Duty.Manager)]
    public Task Rename(Guid kindId, Edit<NameWish> edit)
    {
        desk.MayDo<ClientFileKindDesk>();
        return desk.Change(async db =>
        {
            var kind = await db.ClientFileKinds.SingleAsync(k => k.Id == kindId);
            kind.Rename(db.Accept(edit, kind, k => new NameWish(k.Name)).Name);
            await RefuseTwice(db, kindId, kind.Name);
        });
    }

    /// <summary>Stops offering a kind, or offers it again.</summary>
    /// <exception cref="RuleException">It is that of scans of consents.</exception>
    [DisplayName("書類の種類を使わないようにする・また使う")]
    [Allowed(Duty.Manager)]
    public Task Retire(Guid kindId, bool isRetired)
    {
        desk.MayDo<ClientFileKindDesk>();
        return desk.Change(async db =>
        {
            var kind = await db.ClientFileKinds.SingleAsync(k => k.Id == kindId);
            if (isRetired)
                kind.Retire(desk.Now);
            else
                kind.BringBack();
        });
    }

    private static async Task RefuseTwice(OneStopDb db, Guid kindId, string name)
    {
        if (await db.ClientFileKinds.AnyAsync(k => k.Name == name && k.Id != kindId))
            throw new RuleException($"「{name}」という種類は、すでにあります。", nameof(ClientFileKindWish.Name));
    }
}
