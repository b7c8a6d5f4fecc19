using System.Globalization;
using Remiss.Cases;
using Remiss.Intake.Classification.Organisations;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Types;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

/// <summary>Decides whether a person must look, and says why in Swedish.</summary>
internal static class ReviewRules
{
    public static List<string> Reasons(
        TypeDecision type, StanceDecision stance, OrganisationDecision organisation, CaseDecision about, ReviewFacts facts,
        ClassificationContext context, ClassificationThresholds thresholds)
    {
        var reasons = new List<string>();
        var isAnswer = IsAnswer(type.Type);
        if (type.Confidence < thresholds.Type) reasons.Add($"Dokumenttypen är osäker: troligast {Name(type.Type)} ({Percent(type.Confidence)}).");
        if (facts.NoMatchingItem is { } items) reasons.Add($"Protokollet har {items} paragrafer och ingen av dem går säkert att knyta till ärendet{(about.Case is { } c ? " " + c.Dnr : "")}.");

        // A mail that only carries its attachments, a receipt or an absence note needs no case and no sender.
        if (type.Type is not (DocumentType.Ovrigt or DocumentType.Kvittens) || type.Confidence < thresholds.Type)
        {
            reasons.AddRange(about.Reasons);
            reasons.AddRange(organisation.Reasons);
            if (organisation.Match is { } match && organisation.Reasons.Count == 0 && match.Confidence < thresholds.Organisation)
                reasons.Add($"Avsändaren är osäker: troligast {match.Name} ({Percent(match.Confidence)}).");
            AddRecipient(reasons, type.Type, organisation.Match, about.Case);
        }

        if (isAnswer && about.Case is { } known && !about.IsSupported && facts.OwnWords > 60)
            reasons.Add($"Inget i texten visar att den gäller ärendet {known.Dnr}: varken ärendenumret eller orden i rubriken finns med.");
        if ((isAnswer || type.Type == DocumentType.Avstar) && stance.Confidence < (stance.Stance == Stance.Oklart ? thresholds.NoStance : thresholds.Stance))
            reasons.Add($"Ställningstagandet är osäkert: troligast {Name(stance.Stance)} ({Percent(stance.Confidence)}).");
        if (isAnswer && facts.OwnWords < thresholds.ShortestAnswer)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"Texten är misstänkt kort för ett svar: {facts.OwnWords} ord."));
        if (facts.HasOrders) reasons.Add("Texten innehåller uppmaningar till den som läser in den. De har inte följts.");
        if (type.Type == DocumentType.Anstand) reasons.Add("Avsändaren ber om anstånd: ge eller neka.");
        if (type.Type == DocumentType.Remiss
            && context.PathOrganisation is not null) reasons.Add("Filen i mottagarens mapp är själva remissen, inte ett svar på den.");
        if (facts.IsCompiled && context.PathOrganisation is { } folder && folder != about.Case?.CoordinatingBody)
            reasons.Add("Filen i mottagarens mapp är en sammanställning av flera remissvar, inte mottagarens eget svar.");
        if (facts.IsCompiled && context.PathOrganisation is null && context.OpenCases.Count > 0)
            reasons.Add("Filen är en sammanställning av flera remissvar, inte ett eget svar på remissen.");
        return reasons;
    }

    /// <summary>Parts of the file are missing from the text, may be wrong in it, or were put there for no reader to see.</summary>
    public static bool NeedsPerson(string remark) => remark is ExtractionReasons.HiddenText or ExtractionReasons.Garbled or ExtractionReasons.NoText
        or ExtractionReasons.OcrUncertain or ExtractionReasons.SecondEngine
        or ExtractionReasons.Corrupt or ExtractionReasons.Encrypted or ExtractionReasons.TooDeep or ExtractionReasons.TimedOut;

    public static bool IsAnswer(DocumentType type) => type is DocumentType.Remissvar or DocumentType.Protokollsutdrag or DocumentType.Tjansteutlatande;

    private static void AddRecipient(List<string> reasons, DocumentType type, OrganisationMatch? match, RemissCase? about)
    {
        if (match is null || about is null || about.Recipients.Contains(match.Id)) return;
        if (match.Id == about.CoordinatingBody && type is DocumentType.Remiss or DocumentType.Tjansteutlatande) return;
        reasons.Add($"{match.Name} hör inte till dem som har fått remissen {about.Dnr}.");
    }

    private static string Percent(double confidence) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(confidence * 100)} %");

    private static string Name(DocumentType type) => type switch
    {
        DocumentType.Remissvar => "remissvar",
        DocumentType.Anstand => "begäran om anstånd",
        DocumentType.Avstar => "avstår",
        DocumentType.Kvittens => "kvittens",
        DocumentType.Bilaga => "bilaga",
        DocumentType.Remiss => "remiss",
        DocumentType.Protokollsutdrag => "protokollsutdrag",
        DocumentType.Tjansteutlatande => "tjänsteutlåtande",
        _ => "övrigt",
    };

    private static string Name(Stance stance) => stance switch
    {
        Stance.Tillstyrker => "tillstyrker",
        Stance.TillstyrkerMedSynpunkter => "tillstyrker med synpunkter",
        Stance.IngenErinran => "ingen erinran",
        Stance.DelvisAvstyrker => "avstyrker delvis",
        Stance.Avstyrker => "avstyrker",
        Stance.Avstar => "avstår",
        _ => "inget ställningstagande",
    };
}

/// <param name="NoMatchingItem">How many §§ the minutes have, when none of them is surely about the case.</param>
internal sealed record ReviewFacts(int OwnWords, bool HasOrders, bool IsCompiled, int? NoMatchingItem);
