using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.CityForms;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents.CityForms;
using OneStop.Portal.Features.CityForms;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.House;

namespace OneStop.Tests.CityForms;

/// <summary>様式 at its desk: which template is used on which day, and the files.</summary>
public sealed class CityFormTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly SomeTemplate.Form Form = new();

    private readonly TestOneStop oneStop = new() { Registers = services => services.AddSingleton<ICityForm, SomeTemplate.Form>() };
    private StaffMember manager = null!, planner = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (manager, planner) = (await oneStop.AMember("form-manager", Duty.Manager), await oneStop.AMember("form-planner", Duty.Planner));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_template_that_began_last_is_used_until_it_is_taken_back()
    {
        var first = await Upload(Today, "はじめ");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var corrected = await Upload(Today, "直した"); // on the same day the later one counts
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = await Upload(Today.AddDays(10), "次の年度");
        Assert.Equal(corrected, await InUse(Today));
        Assert.Equal(next, await InUse(Today.AddDays(10)));
        Assert.Null(await InUse(Today.AddDays(-1)));
        var row = await Row();
        Assert.Equal([(next, FormEditionState.ToCome), (corrected, FormEditionState.InUse), (first, FormEditionState.Former)], row.Editions.Select(e => (e.Id, e.State)));
        Assert.Equal((corrected, "form-manager さん"), (row.InUse!.Id, row.InUse.UploadedBy));

        await oneStop.At<CityFormDesk>(manager, d => d.TakeBack(corrected));
        Assert.Equal(first, await InUse(Today));
        Assert.Equal("form-manager さん", (await Row()).Editions.Single(e => e.State == FormEditionState.TakenBack).TakenBackBy);
        await oneStop.At<CityFormDesk>(manager, d => d.BringBack(corrected));
        Assert.Equal(corrected, await InUse(Today));
        foreach (var id in (Guid[])[first, corrected])
            await oneStop.At<CityFormDesk>(manager, d => d.TakeBack(id));
        Assert.Null(await InUse(Today)); // the built-in one
        Assert.Equal(3, await oneStop.Read(db => db.FormEditions.CountAsync())); // nothing is lost
    }

    [Fact]
    public async Task A_day_that_is_past_and_a_form_that_is_unknown_are_refused()
    {
        Assert.Equal("UsedFrom", (await Assert.ThrowsAsync<RuleException>(() => Upload(Today.AddDays(-1), ""))).Field);
        Assert.Equal("Note", (await Assert.ThrowsAsync<RuleException>(() => Upload(Today, new('あ', FormEdition.LongestNote + 1)))).Field);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CityFormDesk>(manager, d => d.Add("no.such", new(Today, ""), new(new("0".PadLeft(32, '0'), "a/b", 1), "a.xlsx", ""))));
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<CityFormDesk>(planner, d => d.Board()));
        Assert.Empty(oneStop.Services.GetRequiredService<FileStore>().LeftBehind());
    }

    [Fact]
    public async Task A_form_is_filled_in_by_whoever_works_on_the_case_with_the_template_of_the_day()
    {
        var content = FormContent.ExampleOf(Form);
        var (plain, none) = await oneStop.As(planner, s => s.GetRequiredService<CityFormFiller>().Fill(Form, content, Today));
        Assert.Null(none);
        Assert.Empty(plain.Check.Unused);
        var id = await Upload(Today, "");
        var (own, edition) = await oneStop.As(planner, s => s.GetRequiredService<CityFormFiller>().Fill(Form, content, Today));
        Assert.Equal(id, edition);
        Assert.Empty(own.Check.Faults);

        var name = await oneStop.Read(db => db.FormEditions.Select(e => e.Contents!.StorageName).SingleAsync());
        Assert.Contains(name, await oneStop.Read(db => db.AllStorageNames())); // backup finds it
        var store = oneStop.Services.GetRequiredService<FileStore>();
        store.Delete(name);
        await using (var other = store.PutBack(name))
            await other.WriteAsync(BuiltInTemplate.Of(Form));
        var changed = await Assert.ThrowsAsync<RuleException>(() => oneStop.As(planner, s => s.GetRequiredService<CityFormFiller>().Fill(Form, content, Today)));
        Assert.Contains("変わっています", changed.Message, StringComparison.Ordinal);
    }

    /// <summary>A release may know a field no more: braces would stand on a paper that an office decides by.</summary>
    [Fact]
    public async Task A_template_that_fits_the_form_no_more_fills_in_nothing()
    {
        await Upload(Today, "");
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.As(planner, s => s.GetRequiredService<CityFormFiller>()
            .Fill(new Shrunk(), FormContent.ExampleOf(new Shrunk()), Today)));
        Assert.Contains("様式「見本の計画書」が、いまの項目と合わなくなっています", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_saved_by_managers_only()
    {
        var id = await Upload(Today, "");
        string[] paths = [CityFormFiles.UploadedPath(id), CityFormFiles.UploadedExamplePath(id), CityFormFiles.BuiltInPath(Form.Code), CityFormFiles.BuiltInExamplePath(Form.Code)];
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("form-manager", TestOneStop.Password));
        foreach (var path in paths)
        {
            var answer = await window.Ask(new(HttpMethod.Get, path));
            Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.DispositionType));
            FormTemplate.Of(await answer.Content.ReadAsByteArrayAsync());
        }
        Assert.Equal(SomeTemplate.Bytes().Length, (await (await window.Ask(new(HttpMethod.Get, paths[0]))).Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Ask(new(HttpMethod.Get, CityFormFiles.UploadedPath(manager.Id)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Ask(new(HttpMethod.Get, CityFormFiles.BuiltInPath("../x")))).StatusCode);
        using var other = new SignInForm(oneStop.Address);
        Assert.True(await other.LetsIn("form-planner", TestOneStop.Password));
        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(new(HttpMethod.Get, path))).StatusCode);
    }

    [Fact]
    public async Task An_upload_is_judged_before_anything_is_stored()
    {
        var uploads = oneStop.Services.GetRequiredService<TemplateUploads>();
        var refused = await Assert.ThrowsAsync<RuleException>(() => uploads.Read(new ChosenFile("様式.xlsx", SomeTemplate.Bytes(("xl/vbaProject.bin", "macro"))), Form));
        Assert.Contains("マクロ", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => uploads.Read(new ChosenFile("様式.xlsx", [], size: 6 * 1024 * 1024), Form));
        await Assert.ThrowsAsync<RuleException>(() => uploads.Read(new ChosenFile("様式.xlsx", [], breaks: new IOException("lost")), Form));
        var chosen = await uploads.Read(new ChosenFile("様式.xlsm", SomeTemplate.With(SomeTemplate.Sheet1, "{{ふりがな}}", "{{ふりかな}}")), Form);
        Assert.Equal("様式_xlsm.xlsx", chosen.Name);
        Assert.Single(chosen.Check.Faults);
        Assert.Empty(await oneStop.Read(db => db.AllStorageNames()));
    }

    /// <summary>The form of the template without one of its fields.</summary>
    private sealed class Shrunk : ICityForm
    {
        public string Code => Form.Code;
        public string Name => Form.Name;
        public string Purpose => Form.Purpose;
        public IReadOnlyList<FormField> Fields => [.. Form.Fields.Where(f => f.Name != "ふりがな")];
        public IReadOnlyList<FormList> Lists => Form.Lists;
    }

    private async Task<Guid> Upload(DateOnly from, string note)
    {
        var uploads = oneStop.Services.GetRequiredService<TemplateUploads>();
        var chosen = await uploads.Read(new ChosenFile("様式.xlsx", SomeTemplate.Bytes()), Form);
        return await oneStop.At<CityFormDesk, Guid>(manager, d => uploads.Save(chosen, file => d.Add(Form.Code, new(from, note), file)));
    }

    private async Task<Guid?> InUse(DateOnly day) => await oneStop.At<CityFormDesk, Guid?>(planner, async d =>
    {
        if (await d.InUse(Form.Code, day) is not { } opened)
            return null;
        await opened.Bytes.DisposeAsync();
        return opened.EditionId;
    });

    private async Task<CityFormRow> Row() => Assert.Single(await Board(), r => r.Form is SomeTemplate.Form); // the features have forms of their own

    private Task<IReadOnlyList<CityFormRow>> Board() => oneStop.At<CityFormDesk, IReadOnlyList<CityFormRow>>(manager, d => d.Board());
}
