using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Tags;

/// <summary>A tag as a row of the vocabulary.</summary>
/// <param name="Uses">The number of conversations that have it.</param>
public sealed record TagEntry(Guid Id, string Name, DateTimeOffset? RetiredAt, int Uses);

/// <summary>タグの窓口: the vocabulary, maintained by managers, and the tags on conversations, set by all caseworkers.</summary>
[DisplayName("タグ")]
public sealed class TagDesk(DeskContext desk)
{
    /// <summary>Announced when the vocabulary has changed.</summary>
    public const string Topic = "tags";

    /// <summary>Returns the tags on offer.</summary>
    [DisplayName("タグを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TagRow>> Offered()
    {
        desk.MayDo<TagDesk>();
        await using var db = await desk.Read();
        return await db.Tags.Where(t => t.RetiredAt == null).OrderBy(t => t.Name).Select(t => new TagRow(t.Id, t.Name)).ToListAsync();
    }

    /// <summary>Returns the whole vocabulary, retired tags last.</summary>
    [DisplayName("タグの一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<ListPart<TagEntry>> Vocabulary(ListQuery<NoFilter> query)
    {
        desk.MayDo<TagDesk>();
        await using var db = await desk.Read();
        return await db.Tags.OrderBy(t => t.RetiredAt != null).ThenBy(t => t.Name)
            .Select(t => new TagEntry(t.Id, t.Name, t.RetiredAt, db.Taggings.Count(x => x.TagId == t.Id))).ToPart(query.Page);
    }

    /// <summary>Adds a tag to the vocabulary.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one tag.</param>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    [DisplayName("タグを作る")]
    [Allowed(Duty.Manager)]
    public async Task Add(string name, Guid? key = null)
    {
        desk.MayDo<TagDesk>();
        var tag = Tag.Create(name, desk.Now);
        await desk.Create(key, async db =>
        {
            await RefuseTwice(db, tag.Id, tag.Name);
            return db.Tags.Add(tag).Entity.Id;
        });
    }

    /// <summary>Renames a tag.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    /// <exception cref="ConflictException{T}">A colleague has renamed it meanwhile.</exception>
    [DisplayName("タグの名前を変える")]
    [Allowed(Duty.Manager)]
    public async Task Rename(Guid tagId, Edit<NameWish> edit)
    {
        desk.MayDo<TagDesk>();
        await Change(tagId, async (db, tag) =>
        {
            tag.Rename(db.Accept(edit, tag, t => new NameWish(t.Name)).Name);
            await RefuseTwice(db, tagId, tag.Name);
        });
    }

    /// <summary>Stops offering a tag; conversations keep it.</summary>
    [DisplayName("タグを使わないようにする")]
    [Allowed(Duty.Manager)]
    public async Task Retire(Guid tagId)
    {
        desk.MayDo<TagDesk>();
        await Change(tagId, (_, tag) => Done(() => tag.Retire(desk.Now)));
    }

    /// <summary>Offers a tag again.</summary>
    [DisplayName("タグをまた使う")]
    [Allowed(Duty.Manager)]
    public async Task Return(Guid tagId)
    {
        desk.MayDo<TagDesk>();
        await Change(tagId, (_, tag) => Done(tag.Return));
    }

    /// <summary>Sets a tag on conversations.</summary>
    /// <returns>The conversations that did not have it before, for undoing.</returns>
    [DisplayName("タグをつける")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> Put(IReadOnlyList<Guid> conversationIds, Guid tagId)
    {
        desk.MayDo<TagDesk>();
        return await desk.Change<IReadOnlyList<Guid>>(async db =>
        {
            var known = await db.Conversations.Where(c => conversationIds.Contains(c.Id)).Select(c => c.Id).ToListAsync();
            var tagged = await db.Taggings.Where(t => t.TagId == tagId && conversationIds.Contains(t.ConversationId))
                .Select(t => t.ConversationId).ToListAsync();
            var fresh = known.Except(tagged).ToList();
            db.Taggings.AddRange(fresh.Select(id => Tagging.Of(id, tagId)));
            return fresh;
        });
    }

    /// <summary>Removes a tag from conversations.</summary>
    /// <returns>The conversations that had it.</returns>
    [DisplayName("タグを外す")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> TakeOff(IReadOnlyList<Guid> conversationIds, Guid tagId)
    {
        desk.MayDo<TagDesk>();
        return await desk.Change<IReadOnlyList<Guid>>(async db =>
        {
            var taggings = await db.Taggings.Where(t => t.TagId == tagId && conversationIds.Contains(t.ConversationId)).ToListAsync();
            db.Taggings.RemoveRange(taggings);
            return taggings.ConvertAll(t => t.ConversationId);
        });
    }

    private Task Change(Guid tagId, Func<OneStopDb, Tag, Task> change) =>
        desk.Change(async db => await change(db, await db.Tags.SingleAsync(t => t.Id == tagId)));

    private static async Task RefuseTwice(OneStopDb db, Guid tagId, string name)
    {
        if (await db.Tags.AnyAsync(t => t.Name == name && t.Id != tagId))
            throw new RuleException($"「{name}」というタグは、すでにあります。", nameof(Tag.Name));
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
