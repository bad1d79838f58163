using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using OneStop.Domain;
using OneStop.Domain.JobOpenings.Importing;

namespace OneStop.Portal.HelloWork;

/// <summary>
/// A delivery from ハローワーク求人・求職情報提供サービス, with one token. The token is of the day on which it was issued, and is renewed when the day has
/// passed or it was refused. There are no search conditions: data sets are fetched whole.
/// </summary>
internal sealed class HelloWorkSession(HelloWorkApi api, string token, IOptions<HelloWorkOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private const int MostPages = 1_000;
    private string token = token;
    private DateOnly issuedOn = clock.GetUtcNow().JapaneseDate;

    /// <summary>POST /kyujin: returns the data sets that may be fetched.</summary>
    /// <exception cref="HelloWorkTrouble">The call failed.</exception>
    public async Task<IReadOnlyList<HelloWorkDataSet>> DataSets(CancellationToken stopping) =>
        HelloWorkXml.DataSets(await Post("kyujin", stopping) ?? throw HelloWorkTrouble.Broken());

    /// <summary>POST /kyujin/{data_id}/{page}: returns the records of a page, up to 1,000.</summary>
    /// <param name="page">Counts from 1.</param>
    /// <returns>Null beyond the last page.</returns>
    /// <exception cref="HelloWorkTrouble">The call failed.</exception>
    public async Task<IReadOnlyList<RawRecord>?> Page(string dataId, int page, CancellationToken stopping) =>
        (await Post($"kyujin/{Uri.EscapeDataString(dataId)}/{page}", stopping))?.Records;

    /// <summary>Fetches a data set page by page.</summary>
    /// <param name="progress">Gets the number of records that have come so far.</param>
    /// <exception cref="HelloWorkTrouble">A call failed, or fewer records came than the service has: what came must not be taken for the whole set,
    /// because openings that are missing in it would end.</exception>
    public async IAsyncEnumerable<RawRecord> Records(HelloWorkDataSet set, IProgress<int>? progress = null,
        [EnumeratorCancellation] CancellationToken stopping = default)
    {
        var came = 0;
        for (var page = 1; page <= MostPages && (page == 1 || came < set.Count || set.Count == 0); page++)
        {
            if (page > 1 && options.Value.PauseMilliseconds > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.PauseMilliseconds), clock, stopping);
            if (await Page(set.Id, page, stopping) is not { Count: > 0 } records)
                break;
            foreach (var record in records)
                yield return record;
            came += records.Count;
            progress?.Report(came);
        }
        if (came < set.Count)
            throw HelloWorkTrouble.Incomplete(set.Count, came);
    }

    /// <summary>Gives the token back.</summary>
    public ValueTask DisposeAsync() => new(api.Return(token));

    private async Task<HelloWorkAnswer?> Post(string path, CancellationToken stopping)
    {
        if (issuedOn != clock.GetUtcNow().JapaneseDate)
            await Renew(stopping);
        var answer = await Try(path, stopping);
        if (answer.IsRefused)
        {
            await Renew(stopping);
            answer = await Try(path, stopping);
        }
        return answer.IsRefused ? throw HelloWorkTrouble.Refused()
            : answer.Answer is { HasList: false, Records.Count: 0 } ? throw HelloWorkTrouble.Broken()
            : answer.Answer;
    }

    private async Task<(HelloWorkAnswer? Answer, bool IsRefused)> Try(string path, CancellationToken stopping)
    {
        try
        {
            var answer = await api.Post(path, new() { ["token"] = token }, stopping);
            return (answer, answer is { IsError: true });
        }
        catch (HelloWorkTrouble trouble) when (trouble.Failure == HelloWorkFailure.Refused)
        {
            return (null, true);
        }
    }

    private async Task Renew(CancellationToken stopping) => (token, issuedOn) = (await api.Token(stopping), clock.GetUtcNow().JapaneseDate);
}
