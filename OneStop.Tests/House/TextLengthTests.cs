using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Tests.House;

/// <summary>No client can make the service store a text of unlimited length, even by bypassing the pages.</summary>
public sealed class TextLengthTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    /// <summary>Texts without a limit of their own, each with the reason.</summary>
    private static readonly string[] Unlimited =
    [
        "Message.card", // made from an entry of the directory, whose texts are limited
        "OutgoingMessage.contents", // made from an answer or a card, which are limited
    ];

    [Fact]
    public async Task Each_text_has_a_limit_but_for_those_that_are_listed_here()
    {
        var unlimited = await oneStop.Read(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(Texts)
            .Where(t => TextLengths.LongestOf(t.Property) is null).Select(t => t.Name).Order().ToList()));
        Assert.Equal(Unlimited, unlimited);
    }

    [Fact]
    public async Task A_draft_of_eighty_thousand_characters_is_refused_and_the_longest_answer_is_kept()
    {
        var conversation = await oneStop.AsksSomething("下書きの長さ");
        var counselor = await oneStop.AMember("wordy", Duty.Counselor);
        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<ConversationDesk>(counselor, desk => desk.SaveDraft(conversation, new('長', 80_000))));
        Assert.Contains("60,000文字", refusal.Message);
        await oneStop.At<ConversationDesk>(counselor, desk => desk.SaveDraft(conversation, new('長', 25_000)));
    }

    [Fact]
    public async Task A_search_of_sixty_thousand_characters_is_refused_and_does_not_land_in_the_trail()
    {
        var counselor = await oneStop.AMember("seeker", Duty.Counselor);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<SearchDesk, SearchResult>(counselor, desk => desk.Find(new(new('長', 60_000)))));
        await oneStop.At<SearchDesk, SearchResult>(counselor, desk => desk.Find(new(new('長', AuditRecords.LongestSearch))));
        Assert.Equal(0, await oneStop.Read(db =>
            Task.FromResult(db.AuditValues.Count(v => v.After!.Length > AuditRecords.LongestSearch && v.Field == "Words"))));
    }

    [Fact]
    public async Task What_a_page_limits_by_its_column_is_limited_without_the_page()
    {
        var manager = await oneStop.AMember("tagger", Duty.Manager, Duty.Counselor);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<TagDesk>(manager, desk => desk.Add(new('札', 5000))));
    }

    private static IEnumerable<(string Name, IProperty Property)> Texts(IEntityType entity) =>
        entity.GetFlattenedProperties().Where(p => p.ClrType == typeof(string)).Select(p => ($"{entity.ClrType.Name}.{p.Name}", p));
}
