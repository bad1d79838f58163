using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Five years of conversations, made by the domain's own methods and inserted without EF in order of time: the messages of one
/// conversation are scattered among all others, as in a real database. Every list fills a page, even with few friends.
/// </summary>
internal sealed class InboxHistory(OneStopDb db, DbConnection connection, int friends, int messages)
{
    /// <summary>Increase it when the generated data changes, so that a cached database is generated again.</summary>
    public const int Version = 4;

    private static readonly DateTimeOffset Begin = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(5 * 365);

    private readonly Random random = new(20261001);
    private readonly Dictionary<int, List<int>> postings = [];
    private readonly (long Order, int FriendNumber, Speaker By)[] said = new (long, int, Speaker)[messages];
    private long started;

    public async Task Write(IReadOnlyList<StaffMember> staff)
    {
        started = Stopwatch.GetTimestamp();
        Run("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -400000;");
        var indexes = await Indexes();
        indexes.ForEach(i => Run($"DROP INDEX \"{i.Name}\"")); // created at the end, from sorted data
        var talks = Talks();
        WriteMessages(talks, staff);
        WriteTalks(talks, staff);
        WriteIndex();
        Say("indexes");
        indexes.ForEach(i => Run(i.Sql));
        Run("PRAGMA journal_mode = WAL");
        Say("done", end: true);
    }

    private Conversation[] Talks() => [.. Enumerable.Range(1, friends).Select(number =>
    {
        var met = Begin + Span * random.NextDouble() * 0.8;
        var friend = Friend.Register(LineUserId.Parse(Load.UserId(number)), number, met);
        friend.Follow(met);
        return Conversation.With(friend, met);
    })];

    /// <summary>Returns who writes when: a client, then a colleague; sometimes the bot's receipt in between.</summary>
    private (DateTimeOffset At, int Talk)[] Moments(Conversation[] talks)
    {
        var moments = new (DateTimeOffset, int)[messages];
        for (var i = 0; i < messages; i++)
        {
            var talk = (int)(talks.Length * Math.Pow(random.NextDouble(), 1.3)); // some write much, most write little
            var met = talks[talk].Friend.MetAt;
            moments[i] = (met + (Begin + Span - met) * random.NextDouble(), talk);
        }
        Array.Sort(moments);
        return moments;
    }

    private void WriteMessages(Conversation[] talks, IReadOnlyList<StaffMember> staff)
    {
        var texts = new InboxTexts(random);
        using var rows = new RowWriter<Message>(db, connection);
        using var sendings = new RowWriter<OutgoingMessage>(db, connection);
        Run("BEGIN");
        foreach (var (number, (at, talk)) in Moments(talks).Index())
        {
            var (conversation, sending) = (talks[talk], (OutgoingMessage?)null);
            var message = conversation.AnswerDue is null
                ? conversation.Receive(new SaysText((1_000_000_000L + number).ToString(CultureInfo.InvariantCulture), texts.Client()), at, at).Message
                : random.Next(8) == 0 ? conversation.ReplyAutomatically(MessageKind.Text, "メッセージを受け取りました。担当者がお返事します。", at)
                : conversation.Answer(MessageKind.Text, texts.Staff(), staff[talk % staff.Count].Id, at);
            if (message.By != Speaker.Client)
                sendings.Write(sending = Sent(conversation, message, at));
            rows.Write(message);
            Note(number, message, conversation.Friend.Number);
            if (number % 20_000 == 0)
                Say($"messages {number:N0} of {messages:N0}");
        }
        Run("COMMIT");
    }

    private static OutgoingMessage Sent(Conversation conversation, Message message, DateTimeOffset at)
    {
        var sending = OutgoingMessage.For(conversation.Friend, conversation.Id, message.Order, [new TextContent(message.Text!)], at, at, null);
        sending.Accept(Route.Push, "request", at);
        message.Carry(sending);
        return sending;
    }

    private void Note(int number, Message message, int friendNumber)
    {
        said[number] = (message.Order, friendNumber, message.By);
        if (!message.IsSearchable)
            return;
        foreach (var gram in Bigrams.Of(message.Text))
        {
            if (!postings.TryGetValue(gram, out var list))
                postings[gram] = list = [];
            list.Add(number);
        }
    }

    /// <summary>Most conversations are done; of those that waited, one in fifteen still does.</summary>
    private void WriteTalks(Conversation[] talks, IReadOnlyList<StaffMember> staff)
    {
        using var people = new RowWriter<Friend>(db, connection);
        using var rows = new RowWriter<Conversation>(db, connection);
        using var marks = new RowWriter<ReadMark>(db, connection);
        Run("BEGIN");
        foreach (var (number, conversation) in talks.Index())
        {
            var (member, end) = (staff[number % staff.Count], conversation.SpokenAt);
            if (number % 15 != 0 && conversation.AnswerDue is not null)
                conversation.NeedNoAnswer(member.Id, end);
            if (conversation.AnswerDue is null && number % 7 != 1 && number % 20 != 1)
                conversation.Close(member.Id, end);
            if (number % 20 == 1)
                conversation.Assign(null);
            people.Write(conversation.Friend);
            rows.Write(conversation);
            foreach (var each in staff)
            {
                var mark = ReadMark.Begin(conversation.Id, each.Id);
                mark.Read(conversation.SpokenOrder);
                marks.Write(mark);
            }
        }
        Run("COMMIT");
    }

    private void WriteIndex()
    {
        var (lines, written) = (postings.Values.Sum(p => (long)p.Count), 0L);
        using var rows = new LineWriter(connection);
        Run("BEGIN");
        foreach (var (gram, numbers) in postings.OrderBy(p => p.Key))
        {
            foreach (var number in numbers)
                rows.Write(gram, said[number]);
            if (written / 500_000 != (written += numbers.Count) / 500_000)
                Say($"search index {written:N0} of {lines:N0}");
        }
        Run("COMMIT");
    }

    private async Task<List<(string Name, string Sql)>> Indexes()
    {
        var found = new List<(string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Say(string what, bool end = false)
    {
        var line = $"  {friends:N0} friends, {messages:N0} messages: {what}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s";
        if (Console.IsOutputRedirected && !end
            && !what.EndsWith("00,000 of " + messages.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            return;
        Console.Write(Console.IsOutputRedirected ? line + Environment.NewLine : $"\r{line,-78}{(end ? Environment.NewLine : "")}");
    }
}

/// <summary>Inserts rows of the search index, the only table with tens of millions of rows.</summary>
internal sealed class LineWriter : IDisposable
{
    private readonly DbCommand insert;

    public LineWriter(DbConnection connection)
    {
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO \"MessageGrams\" (\"Gram\", \"Order\", \"FriendNumber\", \"By\", \"Kind\") VALUES (@gram, @order, @number, @by, 0)";
        foreach (var name in (string[])["@gram", "@order", "@number", "@by"])
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = name;
            insert.Parameters.Add(parameter);
        }
    }

    public void Write(int gram, (long Order, int FriendNumber, Speaker By) said)
    {
        insert.Parameters[0].Value = gram;
        insert.Parameters[1].Value = said.Order;
        insert.Parameters[2].Value = said.FriendNumber;
        insert.Parameters[3].Value = (int)said.By;
        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();
}
