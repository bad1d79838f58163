using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Portal.Features.Accounts;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Danger;

/// <summary>Every path by which a client's words come in is checked for words of danger (ADR 23).</summary>
public sealed class DoorTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static int made;

    /// <summary>The webhook events, with the words where a client can put them.</summary>
    public static TheoryData<string, string> Events => new()
    {
        { "a text", """{"type":"message","message":{"type":"text","id":"N","quoteToken":"q","text":"もう死にたい"}}""" },
        { "a step of the booking typed with it", """{"type":"message","message":{"type":"text","id":"N","text":"予約したい。殴られた"}}""" },
        { "a sticker with words of their own",
            """{"type":"message","message":{"type":"sticker","id":"N","packageId":"1","stickerId":"2","stickerResourceType":"MESSAGE","text":"死にたい"}}""" },
        { "the name of a file", """{"type":"message","message":{"type":"file","id":"N","fileName":"遺書.txt","fileSize":3}}""" },
        { "a place", """{"type":"message","message":{"type":"location","id":"N","title":"ここで死にます。死にたい","address":"福岡市","latitude":33.5,"longitude":130.4}}""" },
        { "a text of standby", """{"type":"message","mode":"standby","message":{"type":"text","id":"N","text":"死にたい"}}""" },
        { "a text that was edited and never came", """{"type":"messageEdited","message":{"type":"text","id":"N","text":"死にたい"}}""" },
        { "a button with words in it", """{"type":"postback","postback":{"data":"死にたい"}}""" },
        { "a date picker's parameters", """{"type":"postback","postback":{"data":"ask","params":{"note":"死にたい"}}}""" },
        { "a message of a kind that nobody knows", """{"type":"message","message":{"type":"poll","id":"N","question":"死にたい？"}}""" },
        { "an event that nobody knows", """{"type":"survey","survey":{"answers":[{"text":"死にたい"}]}}""" },
        { "an event that fails to be read", """{"type":"message","message":{"type":"text","id":"N","text":["死にたい"]}}""" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Whatever_LINE_brings_is_heard(string door, string happened)
    {
        Assert.NotEmpty(door);
        var friend = await oneStop.AFriend();
        await Post(friend, happened);
        await Answered(friend);
    }

    [Fact]
    public async Task A_text_that_is_edited_into_danger_is_heard()
    {
        var friend = await oneStop.AFriend();
        var number = await Post(friend, """{"type":"message","message":{"type":"text","id":"N","text":"こんにちは"}}""");
        Assert.Null(await DangerOf(friend));
        await Post(friend, $$$"""{"type":"messageEdited","message":{"type":"text","id":"{{{number}}}","text":"死にたい"}}""");
        await Answered(friend);
    }

    [Theory]
    [InlineData("10:00", null, "死にたい")] // accepted as the client's name
    [InlineData("12:00", "死にたい", null)] // refused as a number
    [InlineData("14:00", "092-000-0000", "殴られています")]
    public async Task The_contact_form_is_heard_also_where_it_is_refused(string start, string? phone, string? name)
    {
        var friend = await oneStop.Booked("10月8日(木)", start, "電話");
        var opens = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message)
            .First(b => b["type"]!.GetValue<string>() == "uri")["uri"]!.GetValue<string>();
        try
        {
            await AtLine<ClientFormDesk>(d =>
                d.Keep(opens.Split("/c/")[1], ContactForm.Kind, null,
                    ClientAnswers.Of([new(ContactForm.Phone, phone ?? ""), new(ContactForm.Name, name ?? "")])));
        }
        catch (Domain.RuleException)
        {
            // Refused, but only after it was checked.
        }
        await Answered(friend);
    }

    /// <summary>
    /// A new desk method that takes a client's words must take an <see cref="InboundEvent"/>, whose words <see cref="InboundEvents"/>
    /// checks, or call <see cref="DangerWatch.Hear"/> and be listed here with its reason.
    /// </summary>
    [Fact]
    public void No_words_of_a_client_come_in_beside_the_door()
    {
        string[] heardOrNoWords =
        [
            "ClientFormDesk.Keep(answers)", // checked; see the theory above
            "ClientFormDesk.Look(key)", "ClientFormDesk.Keep(key)", "ClientFormDesk.Submit(key)", "PartnerCardDesk.Look(key)", // our own unguessable keys
            "QuestionnairePageDesk.Look(key)", "QuestionnairePageDesk.Look(device)", // as those of the other forms
            "ConsentPageDesk.Look(key)", "ConsentPageDesk.Answer(key)",
            "ConsentPageDesk.Answer(digest)", // compared with that of the wording, and not stored
            "ConfirmationPageDesk.Answer(words)", "ConfirmationPageDesk.Hear(words)", // checked; see the tests of the page
            "ConfirmationPageDesk.Look(key)", "ConfirmationPageDesk.Enter(key)", "ConfirmationPageDesk.Answer(key)", "ConfirmationPageDesk.Hear(key)",
            "ConfirmationPageDesk.Look(device)", "ConfirmationPageDesk.Enter(device)", "ConfirmationPageDesk.Answer(device)", "ConfirmationPageDesk.Hear(device)",
            "ConfirmationPageDesk.Enter(typed)", "ConfirmationPageDesk.Answer(seen)", // compared with digests, and not stored
            "ClientFormDesk.Look(kind)", "ClientFormDesk.Keep(kind)", "ClientFormDesk.Submit(kind)", // set by the page
            "ClientFormDesk.Look(device)", "ClientFormDesk.Keep(device)", "ClientFormDesk.Submit(device)", // compared with a digest, and not stored
            "FileDesk.Look(publicKey)", "FileDesk.OpenPublic(publicKey)", "FileDesk.OpenDocument(publicKey)",
            "BookingFeedDesk.Read(secret)", // asked by a calendar of staff, compared with a digest
            "ReceptionDesk.LeaveAsWritten(takenBack)", "BookingDialogueDesk.Choices(from)", "BookingDialogueDesk.IsForPerson(from)", // ids from LINE
        ];
        var doors = from desk in DutyMatrix.Desks
                    from act in DutyMatrix.ActsOf(desk)
                    where act.GetCustomAttribute<AllowedAttribute>()?.Line == true && !act.GetParameters().Any(p => p.ParameterType == typeof(InboundEvent))
                    from parameter in act.GetParameters()
                    where CarriesWords(parameter.ParameterType)
                    select $"{desk.Name}.{act.Name}({parameter.Name})";
        Assert.Empty(doors.Except(heardOrNoWords));
    }

    /// <summary>Every page that opens without sign-in is static and without fields, or its desk is listed above.</summary>
    [Fact]
    public void No_page_for_clients_takes_words_but_those_that_are_walked()
    {
        string[] walked =
        [
            "ConfirmationAnswerFields.razor", "ConfirmationEntryFields.razor", "ConfirmationPage.razor", // in the test of confirmations
            "ConsentPage.razor", // nothing is typed there
            "ContactPage.razor", "OneTimeForm.razor",
            "QuestionFields.razor", "QuestionnaireIntro.razor", "QuestionnairePage.razor", // in the test of questionnaires
        ];
        string[] fields = ["<Input", "<input", "<textarea", "SupplyParameterFromForm", "MapPost", "MapHub", "FromBody", "FromForm", "Request.Form"];
        var folder = Path.Combine(Repository.Root, "OneStop.Portal", "ForClients");
        var typed = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var text && fields.Any(w => text.Contains(w, StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
        Assert.Equal(walked, typed);
    }

    private static bool CarriesWords(Type type) =>
        type == typeof(string) || (type.Namespace?.StartsWith("OneStop", StringComparison.Ordinal) == true && type.IsClass
            && !typeof(Delegate).IsAssignableFrom(type)
        && type.GetProperties().Any(p => p.PropertyType == typeof(string)));

    private async Task Answered(VirtualFriend friend)
    {
        await TestOneStop.Until(async () => await DangerOf(friend) is not null, "the flag");
        await TestOneStop.Until(() =>
            Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Any(b => !b.IsMine && b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the card");
        Assert.NotNull(await oneStop.DueOf(friend));
    }

    private async Task<DateTimeOffset?> DangerOf(VirtualFriend friend)
    {
        var id = await oneStop.ConversationOf(friend);
        return await oneStop.Read(db => db.Conversations.Where(c => c.Id == id).Select(c => c.DangerAt).SingleAsync());
    }

    private async Task<int> Post(VirtualFriend friend, string happened)
    {
        var number = 880000 + Interlocked.Increment(ref made);
        var body = JsonNode.Parse(happened.Replace("\"id\":\"N\"", $"\"id\":\"{number}\"", StringComparison.Ordinal))!.AsObject();
        (body["webhookEventId"], body["timestamp"]) = ($"01DOOR{number}", oneStop.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        body["source"] = new JsonObject { ["type"] = "user", ["userId"] = friend.UserId };
        await oneStop.PostEvents(body.ToJsonString());
        await oneStop.Processed($"01DOOR{number}");
        return number;
    }

    private async Task AtLine<TDesk>(Func<TDesk, Task> ask) where TDesk : notnull
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }
}
