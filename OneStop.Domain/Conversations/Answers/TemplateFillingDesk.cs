using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>差し込みの窓口: fills in a template for an answer in one conversation.</summary>
[DisplayName("定型文の差し込み")]
public sealed class TemplateFillingDesk(DeskContext desk)
{
    /// <summary>
    /// Fills in what the service knows for this conversation; other placeholders stay as blanks. The result names the person, so this is
    /// recorded as opening the conversation.
    /// </summary>
    /// <exception cref="RuleException">The template has been retired.</exception>
    [DisplayName("差し込みをする")]
    [Allowed(Casework = true)]
    public async Task<FilledTemplate> Fill(Guid templateId, Guid conversationId)
    {
        desk.MayDo<TemplateFillingDesk>();
        return (await desk.Open<FilledTemplate>(db => Fill(db, templateId, conversationId), _ => OpenedRecord.Conversation(conversationId)))!;
    }

    private async Task<FilledTemplate?> Fill(OneStopDb db, Guid templateId, Guid conversationId)
    {
        var template = await db.ReplyTemplates.OpenTo(desk.Actor.StaffId).Retired(false)
            .Where(t => t.Id == templateId).Select(t => new { t.Title, t.Body }).SingleOrDefaultAsync()
            ?? throw new RuleException("この定型文は使われなくなりました。ほかの定型文を選んでください。");
        var conversation = await db.Conversations.Where(c => c.Id == conversationId)
            .Select(c => new { c.Friend.Number, c.Friend.CalledAs, c.AnswerDue }).SingleAsync();
        var now = desk.Now;
        var due = conversation.AnswerDue ?? now + Conversation.AnswerWithin;
        var text = new TemplateText(template.Body).Fill(
            new(conversation.CalledAs ?? Friend.AliasOf(conversation.Number), StaffMember.FamilyNameOf(desk.Actor.Name), now,
                (await db.Promise(due, now)).By ?? due));
        return new(templateId, template.Title, text.Text, text.Blanks);
    }
}
