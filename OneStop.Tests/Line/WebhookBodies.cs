using System.Text;
using System.Text.Json.Nodes;

namespace OneStop.Tests.Line;

/// <summary>Generates webhook bodies that LINE would never send, from the documented ones; seeded, so that a failure can be reproduced.</summary>
internal sealed class WebhookBodies(int seed)
{
    private static readonly JsonNode[] Documented =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Line", "Documented"), "*.json")
            .Order().Select(f => JsonNode.Parse(File.ReadAllText(f))!)];

    /// <summary>A placeholder for text that no JSON writer writes.</summary>
    private const string HalfAnEmoji = "(half an emoji)";

    private readonly Random random = new(seed);
    private int made;

    /// <summary>Returns the next body; nine of ten are well-formed JSON.</summary>
    public byte[] Next()
    {
        var body = Documented[random.Next(Documented.Length)].DeepClone();
        foreach (var happened in body["events"]!.AsArray().OfType<JsonObject>())
        {
            happened["webhookEventId"] = $"01GENERATED{seed}X{made++}";
            if (happened["source"]?["userId"] is not null)
                happened["source"]!["userId"] = $"U{random.Next(100):D32}";
        }
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            Spoil(body);
        var text = body.ToJsonString().Replace(HalfAnEmoji, "\\uD83D", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(random.Next(10) switch
        {
            0 => Break(text),
            1 => text.Replace("\"text\":\"", "\"text\":\"\\uD83D\\u0000\\uDE00", StringComparison.Ordinal), // half an emoji, and a NUL
            2 => text.Replace("\"source\":{", "\"source\":{\"userId\":\"U0\",", StringComparison.Ordinal), // a duplicate name
            _ => text,
        });
    }

    /// <summary>Changes one value somewhere: removes it, or replaces it by another type or far too much data.</summary>
    private void Spoil(JsonNode root)
    {
        var node = root["events"] is JsonArray { Count: > 0 } events && random.Next(8) > 0 ? events[random.Next(events.Count)] : root;
        while (node is JsonObject { Count: > 0 } thing)
        {
            var (name, value) = thing.ElementAt(random.Next(thing.Count));
            if (value is JsonObject or JsonArray && random.Next(3) > 0)
            {
                node = value;
                continue;
            }
            if (random.Next(8) == 0)
                thing[HalfAnEmoji] = Strange(); // a name that is not valid Unicode
            else if (random.Next(3) == 0)
                thing.Remove(name);
            else
                thing[name] = Strange();
            return;
        }
        if (node is JsonArray list)
            list.Add(Strange());
    }

    private JsonNode? Strange() => random.Next(18) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(-1),
        3 => JsonNode.Parse("1e308"),
        4 => JsonNode.Parse("123456789012345678901234567890"),
        5 => JsonValue.Create(""),
        6 => JsonValue.Create(new string('あ', 5001)),
        7 => JsonValue.Create("'; DROP TABLE \"Messages\"; --"),
        8 => JsonValue.Create("U" + new string('f', 32)),
        9 => new JsonArray(),
        10 => new JsonObject(),
        11 => new JsonArray(1, "two", new JsonObject { ["three"] = 3 }),
        12 => new JsonObject { ["type"] = "text", ["id"] = "12", ["text"] = new JsonArray() },
        13 => JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20))),
        14 => JsonValue.Create("\u202E<script>alert(1)</script>\u0000"),
        15 or 16 => JsonValue.Create(HalfAnEmoji),
        _ => JsonValue.Create(long.MaxValue),
    };

    private string Break(string text) => random.Next(3) switch
    {
        0 => text[..random.Next(text.Length)],
        1 => text.Insert(random.Next(text.Length), "}"),
        _ => text.Replace(':', random.Next(2) == 0 ? ';' : '='),
    };
}
