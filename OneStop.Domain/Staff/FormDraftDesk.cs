using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

/// <summary>書きかけの窓口: caseworkers and those who seek openings keep and see their own drafts only.</summary>
[DisplayName("書きかけ")]
public sealed class FormDraftDesk(DeskContext desk, IDataProtectionProvider protection)
{
    /// <summary>Returns my draft of a form; null if there is none, or it cannot be decrypted any more.</summary>
    [DisplayName("自分の書きかけを開く")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<KeptDraft?> Open(string key)
    {
        desk.MayDo<FormDraftDesk>();
        await using var db = await desk.Read();
        if (await Mine(db, key) is not { } draft || draft.At < desk.Now - FormDraft.KeptFor)
            return null;
        try
        {
            return new(Encoding.UTF8.GetString(Seal(key).Unprotect(draft.Sealed)), draft.At);
        }
        catch (CryptographicException)
        {
            return null; // encrypted with keys that do not exist any more
        }
    }

    /// <summary>Returns those of the keys under which I have a draft.</summary>
    [DisplayName("自分の書きかけを探す")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<IReadOnlySet<string>> Kept(IReadOnlyList<string> keys)
    {
        desk.MayDo<FormDraftDesk>();
        var (me, oldest) = (desk.Actor.StaffId, desk.Now - FormDraft.KeptFor);
        await using var db = await desk.Read();
        return await db.FormDrafts.Where(d => d.StaffId == me && d.At >= oldest && keys.Contains(d.Key)).Select(d => d.Key).ToHashSetAsync();
    }

    /// <summary>Saves my draft of a form.</summary>
    /// <param name="conversationId">The conversation that it is about; null if none.</param>
    [DisplayName("自分の書きかけを残す")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task Keep(string key, Guid? conversationId, string words)
    {
        desk.MayDo<FormDraftDesk>();
        var sealedWords = Seal(key).Protect(Encoding.UTF8.GetBytes(words));
        await desk.Change(async db =>
        {
            var draft = await Mine(db, key);
            if (draft is null)
                db.Add(draft = FormDraft.Begin(desk.Actor.StaffId, key));
            draft.Keep(sealedWords, conversationId, desk.Now);
        });
    }

    /// <summary>Deletes my draft, after the form was saved or discarded.</summary>
    [DisplayName("自分の書きかけを捨てる")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task Drop(string key)
    {
        desk.MayDo<FormDraftDesk>();
        await desk.Change(async db =>
        {
            if (await Mine(db, key) is { } draft)
                db.Remove(draft);
        });
    }

    /// <summary>Deletes expired drafts, and the keys of forms that no draft can restore any more.</summary>
    [DisplayName("古い書きかけを消す")]
    [Allowed(Clock = true)]
    public async Task Sweep()
    {
        desk.MayDo<FormDraftDesk>();
        var oldest = desk.Now - FormDraft.KeptFor;
        await desk.Change(async db =>
        {
            db.RemoveRange(await db.FormDrafts.Where(d => d.At < oldest).Take(500).ToListAsync());
            db.RemoveRange(await db.SavedForms.Where(f => f.At < oldest).Take(500).ToListAsync());
        });
    }

    private Task<FormDraft?> Mine(OneStopDb db, string key)
    {
        var me = desk.Actor.StaffId;
        return db.FormDrafts.SingleOrDefaultAsync(d => d.StaffId == me && d.Key == key);
    }

    /// <summary>Returns the protector for this person and form: a row copied elsewhere cannot be decrypted.</summary>
    private IDataProtector Seal(string key) => protection.CreateProtector("OneStop.FormDraft", desk.Actor.StaffId.ToString(), key);
}
