using System.Text.Json;
using System.Text.Json.Nodes;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.RichMenus;
using OneStop.Line.Api;
using OneStop.Line.Reception;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using OneStop.Tests.RichMenus;
using SkiaSharp;

namespace OneStop.Tests.Line;

/// <summary>The rich menu as sent to LINE, and what LINE would refuse.</summary>
public sealed class RichMenuRulesTests
{
    /// <summary>The property names of LINE's objects (line-openapi, RichMenuRequest and the schemas that it refers to).</summary>
    private static readonly Dictionary<string, string[]> Described = new()
    {
        [""] = ["size", "selected", "name", "chatBarText", "areas"],
        ["size"] = ["width", "height"],
        ["areas"] = ["bounds", "action"],
        ["bounds"] = ["x", "y", "width", "height"],
        ["action"] = ["type", "label", "data", "displayText", "text", "inputOption", "fillInText"],
    };

    [Fact]
    public void Our_menu_has_only_what_LINE_describes_and_all_that_it_requires()
    {
        var menu = Ours();
        AssertDescribed(menu, "");
        Assert.All(Described[""], name => Assert.NotNull(menu[name]));
        Assert.Empty(RichMenuRules.Check(JsonSerializer.SerializeToElement(menu)));
    }

    [Fact]
    public void Six_areas_cover_the_whole_picture_and_none_covers_another()
    {
        var areas = Ours()["areas"]!.AsArray().Select(a => a!["bounds"]!)
            .Select(b => (X: (int)b["x"]!, Y: (int)b["y"]!, Width: (int)b["width"]!, Height: (int)b["height"]!)).ToList();
        Assert.Equal(6, areas.Count);
        Assert.Equal(2500 * 1686, areas.Sum(a => a.Width * a.Height));
        Assert.DoesNotContain(areas, a => areas.Any(b => a != b && a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height));
    }

    [Fact]
    public void A_button_puts_its_words_into_the_talk_and_only_the_question_opens_the_keyboard()
    {
        var actions = Ours()["areas"]!.AsArray().Select(a => a!["action"]!).ToList();
        Assert.Equal(["就業相談の予約", "職業紹介の予約", "予約の確認", "質問する", "支援情報", "この事業について"], actions.Select(a => (string)a["displayText"]!));
        Assert.All(actions, a => Assert.Equal(("postback", (string)a["label"]!), ((string)a["type"]!, (string)a["displayText"]!)));
        Assert.Equal("質問する", Assert.Single(actions, a => (string?)a["inputOption"] == "openKeyboard")["label"]!.GetValue<string>());
        Assert.Equal(["book/c", "book/j", "book/mine", "ask", "help", "about"], actions.Select(a => (string)a["data"]!));
    }

    [Theory]
    [InlineData("size.width", "2501")]
    [InlineData("size.width", "799")]
    [InlineData("size.height", "1750")] // width is less than 1.45 times the height
    [InlineData("size.height", "249")]
    [InlineData("chatBarText", "\"十五文字になってしまうメニュー名\"")]
    [InlineData("chatBarText", "\"\"")]
    [InlineData("selected", "\"yes\"")]
    [InlineData("unknown", "1")]
    [InlineData("areas.0.bounds.width", "2501")]
    [InlineData("areas.0.bounds.x", "-1")]
    [InlineData("areas.0.bounds.height", "0")]
    [InlineData("areas.0.bounds.unknown", "0")]
    [InlineData("areas.0.action.label", "\"二十文字を超えてしまうとても長いボタンの名前\"")]
    [InlineData("areas.0.action.inputOption", "\"openDoor\"")]
    [InlineData("areas.0.action.type", "\"postbakc\"")]
    public void What_LINE_would_refuse_the_simulator_refuses(string path, string value)
    {
        var menu = Ours();
        var names = path.Split('.');
        var owner = names[..^1].Aggregate((JsonNode)menu, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!);
        owner[names[^1]] = JsonNode.Parse(value);
        Assert.NotEmpty(RichMenuRules.Check(JsonSerializer.SerializeToElement(menu)));
    }

    [Fact]
    public void More_than_twenty_areas_are_refused()
    {
        var menu = Ours();
        var areas = menu["areas"]!.AsArray();
        while (areas.Count <= 20)
            areas.Add(areas[0]!.DeepClone());
        Assert.Contains(RichMenuRules.Check(JsonSerializer.SerializeToElement(menu)), f => f.Property == "areas");
    }

    [Theory]
    [InlineData(2500, 1686, SKEncodedImageFormat.Png, "image/png", null)]
    [InlineData(2500, 1686, SKEncodedImageFormat.Jpeg, "image/jpeg", null)]
    [InlineData(2500, 1686, SKEncodedImageFormat.Jpeg, "image/png", 400)] // the content type does not match the bytes
    [InlineData(2500, 1685, SKEncodedImageFormat.Png, "image/png", 400)]
    [InlineData(2500, 1686, SKEncodedImageFormat.Webp, "image/webp", 415)]
    public void A_picture_is_taken_only_in_the_menus_own_size(int width, int height, SKEncodedImageFormat format, string contentType, int? refusal) =>
        Assert.Equal(refusal, RichMenuRules.CheckPicture(APicture.Of(width, height, format), contentType, JsonSerializer.SerializeToElement(Ours()))?.Status);

    [Fact]
    public void A_picture_of_more_than_a_megabyte_is_refused() =>
        Assert.Equal(413, RichMenuRules.CheckPicture(new byte[RichMenuRequest.LargestPicture + 1], "image/png",
            JsonSerializer.SerializeToElement(Ours()))?.Status);

    [Fact]
    public void Every_button_of_the_menu_is_answered_and_named()
    {
        Assert.Equal(3, MenuButtons.All.Count(b => BookingStep.TryRead(b.Data, out _)));
        foreach (var button in MenuButtons.All.Where(b => !BookingStep.TryRead(b.Data, out _)))
        {
            Assert.DoesNotContain("いまは使えません", string.Join("", AutoReplies.AnswerTo(button.Data).Contents));
            Assert.NotEqual("いまは使えないボタン", AutoReplies.NameOf(button.Data));
        }
    }

    [Fact]
    public void Support_names_the_four_measures_and_the_locked_screen_none()
    {
        var card = Assert.IsType<CardContent>(Assert.Single(AutoReplies.AnswerTo(MenuButtons.Help).Contents));
        Assert.All((string[])["自立支援教育訓練給付金", "高等職業訓練促進給付金", "高等職業訓練促進資金貸付", "住宅支援資金貸付"], measure => Assert.Contains(measure, card.Text));
        Assert.Equal("ご案内があります", card.Notice);
        Assert.Equal(MenuButtons.Ask, Assert.Single(card.Choices).Data);
    }

    private static JsonObject Ours()
    {
        var now = TestOneStop.Japan("2026-10-05T09:00");
        var edition = MenuEdition.Propose(1, new([1], "image/png"), MenuButtons.All, MenuButtons.ChatBarText, "", Guid.CreateVersion7(now), now);
        return (JsonObject)JsonSerializer.SerializeToNode(MenuObject.Of(edition), LineJson.Options)!;
    }

    private static void AssertDescribed(JsonNode? node, string name)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
                AssertDescribed(one, name);
        }
        else if (node is JsonObject properties)
        {
            foreach (var (property, value) in properties)
            {
                Assert.Contains(property, Described[name]);
                AssertDescribed(value, property);
            }
        }
    }
}
