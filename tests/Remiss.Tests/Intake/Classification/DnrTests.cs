using Remiss.Intake.Classification.Numbers;
using Remiss.Storage;

namespace Remiss.Tests.Intake.Classification;

public class DnrTests
{
    [Theory]
    [InlineData("KS 2023/740")]
    [InlineData("KS 2018/124")]
    [InlineData("KS 2010/0369")]
    [InlineData("KLK 2018/269-1")]
    [InlineData("SBN 2018/00135")]
    [InlineData("2013/BMN0622")]
    [InlineData("KU.2017.91")]
    [InlineData("STK-2014-1045")]
    [InlineData("SLK-2023-01047")]
    [InlineData("0263/20")]
    [InlineData("N1400195/13")]
    [InlineData("2017/KS 0272 10")]
    [InlineData("KSM2023-1180.212")]
    [InlineData("1.5.1-135-2012")]
    [InlineData("1.5.1/026-2013")]
    [InlineData("2011-875-1.2.4")]
    [InlineData("102-274-04")]
    [InlineData("T 2010-313-01743")]
    [InlineData("S-Dp 2007-36100-54")]
    [InlineData("2012/1631-47")]
    [InlineData("2013/0591-1.2.1")]
    [InlineData("Fi2016/04305/S2")]
    [InlineData("U2020/03053/UH")]
    [InlineData("Ju2017/05764/BIRS")]
    [InlineData("M2021/00092")]
    [InlineData("KN2023 01015")]
    [InlineData("NV-05012-14")]
    [InlineData("TRV 2014/30751")]
    [InlineData("1781-17-2.5")]
    [InlineData("2022–104")]
    [InlineData("FV-1.1.2-3345-16")]
    [InlineData("505-09-6966")]
    public void A_labelled_number_is_read_in_every_shape(string dnr)
    {
        var own = Texts.Classify($"Exempelverket\nVår beteckning: {dnr}\nYttrande\n\nVerket har inget att erinra mot förslaget.\n").Dnr;
        var counterpart = Texts.Classify($"Exempelverket\nEr beteckning {dnr}\nYttrande\n\nVerket har inget att erinra mot förslaget.\n").Dnr;

        Assert.Equal([dnr], own.Own);
        Assert.Empty(own.Counterpart);
        Assert.Equal([dnr], counterpart.Counterpart);
        Assert.Empty(counterpart.Own);
    }

    [Theory]
    [InlineData("Ert dnr: KS 2023/740\nVårt dnr: SISAB 2023/55", "SISAB 2023/55", "KS 2023/740")]
    [InlineData("Vår beteckning SISAB 2023/55 Er beteckning KS 2023/740", "SISAB 2023/55", "KS 2023/740")]
    [InlineData("Datum Vår beteckning Er beteckning\n2023-09-14 NV-05012-14 M2021/00092", "NV-05012-14", "M2021/00092")]
    [InlineData("Diarienummer\nSBN 2018/00135\nSvar på remiss från kommunstyrelsen KS 2023/740", "SBN 2018/00135", "KS 2023/740")]
    [InlineData("Dnr 0412/21\nFinansdepartementet\nFi2021/00123/S1", "0412/21", "Fi2021/00123/S1")]
    [InlineData("Dnr: 2023/0911\nYttrande över remiss av förslag (dnr KS 2023/740)", "2023/0911", "KS 2023/740")]
    public void Own_and_counterparts_number_are_told_apart(string letterhead, string own, string counterpart)
    {
        var dnr = Texts.Classify($"Exempelverket\n{letterhead}\n\nVerket har beretts tillfälle att yttra sig och har inget att erinra.\n").Dnr;

        Assert.Equal([own], dnr.Own);
        Assert.Equal([counterpart], dnr.Counterpart);
    }

    [Theory]
    [InlineData("Dnr ABC 2023/45 (KI2023/02211)", "ABC 2023/45", "KI2023/02211")]
    [InlineData("Dnr SDN4-0217/23 (trafikkontorets dnr T2022-09441)", "SDN4-0217/23", "T2022-09441")]
    [InlineData("ABC 2023-0561\n2023-11-08\n\nSkärviks kommun\nKommunstyrelsen\nKS 2023/889", "ABC 2023-0561", "KS 2023/889")]
    [InlineData("Referens: MB-24-0075\n2024-10-01\nFolkets verk\n171 94 Solna\nDiarienummer 8-2213541", "MB-24-0075", "8-2213541")]
    public void The_second_number_of_a_letterhead_is_the_receivers(string letterhead, string own, string counterpart)
    {
        var dnr = Texts.Classify($"Exempelverket\n{letterhead}\n\nYttrande över förslaget\n\nVerket har inget att erinra mot förslaget.\n").Dnr;

        Assert.Equal([own], dnr.Own);
        Assert.Equal([counterpart], dnr.Counterpart);
    }

    [Theory]
    [InlineData("FFG 2024:17", "FFG 2024:17")]
    [InlineData("LST-K 2025/0719", "LST-K 2025/0719")]
    [InlineData("KS/2024:0712", "KS/2024:0712")]
    [InlineData("IT/24-0290", "IT/24-0290")]
    [InlineData("ÅV A 2023/0774", "ÅV A 2023/0774")]
    [InlineData("Ref RO-24-077", "RO-24-077")]
    [InlineData("Ärende VA24-0219", "VA24-0219")]
    [InlineData("Dnr H 2023:88", "H 2023:88")]
    [InlineData("Diarienr: KR 2024-71", "KR 2024-71")]
    [InlineData("Handläggare Lars Dnr 2024/219", "2024/219")]
    [InlineData("Dnr NVA-2024-0098 2024-10-07", "NVA-2024-0098")]
    [InlineData("Växjö 2024-11-22\nKR 24/413", "KR 24/413")]
    public void A_number_of_ones_own_is_known_by_where_it_stands(string line, string own)
    {
        var dnr = Texts.Classify($"Exempelverket\n{line}\n\nYttrande över förslaget\n\nVerket har inget att erinra mot förslaget.\n").Dnr;

        Assert.Equal([own], dnr.Own);
        Assert.Empty(dnr.Counterpart);
    }

    [Theory]
    [InlineData("lagen (2007:1244) om skatt")]
    [InlineData("föreskrifterna MSBFS 2016:8")]
    [InlineData("klockan 10:30")]
    [InlineData("föreskrifterna AFS 2005:6")]
    [InlineData("betänkandet 1998/99:LU1y")]
    [InlineData("telefon 508 09 518")]
    [InlineData("Telefon 08-508 270 00")]
    [InlineData("postadress 103 33 Stockholm")]
    [InlineData("sida 1 (10)")]
    [InlineData("den 2023-09-14")]
    [InlineData("betänkandet SOU 2016:83")]
    [InlineData("promemorian Ds 2017:42")]
    [InlineData("direktiven Dir. 2012:51")]
    [InlineData("propositionen prop. 2016/17:151")]
    [InlineData("meddelandet COM (2020) 102")]
    [InlineData("organisationsnummer 556034-8970")]
    [InlineData("läsåret 2023/24")]
    [InlineData("perioden 2024-2027")]
    [InlineData("förordning (EU) 2016/679")]
    public void Look_alikes_are_refused(string words)
    {
        var dnr = Texts.Classify($"Exempelverket\nYttrande\n\nVerket vill anföra följande om {words} och dess betydelse för arbetet.\n").Dnr;

        Assert.Empty(dnr.Own);
        Assert.Empty(dnr.Counterpart);
    }

    [Theory]
    [InlineData("KS 2023/740", "KS 2023/740", true)]
    [InlineData("KS 2023-740", "KS 2023/740", true)]
    [InlineData("KS_2023_740", "KS 2023/740", true)]
    [InlineData("KS2023/0740", "KS 2023/740", true)]
    [InlineData("ks 2023 – 740", "KS 2023/740", true)]
    [InlineData("KS 2023/740-12", "KS 2023/740", true)]
    [InlineData("KS 2023/741", "KS 2023/740", false)]
    [InlineData("KS 2023/7401", "KS 2023/740", false)]
    [InlineData("KF 2023/740", "KS 2023/740", false)]
    [InlineData("KS 2022/740", "KS 2023/740", false)]
    public void Spacing_dashes_and_padding_do_not_make_another_number(string found, string wanted, bool same) =>
        Assert.Equal(same, DnrShape.IsSame(found, wanted));

    [Fact]
    public void A_list_of_thousands_of_numbers_fits_in_a_row_of_the_ledger()
    {
        var numbers = string.Concat(Enumerable.Range(1, 5000).Select(n => $"KS 2021/{n}\n"));

        var result = Texts.Classify($"Exempelverket\nFörteckning över ärenden\n\n{numbers}");

        Assert.InRange(result.Dnr.Own.Count + result.Dnr.Counterpart.Count, 1, 200);
        Assert.NotEmpty(EntityCodec.Encode("ks-2023-740", "document|sisab|x", new { Classification = result }));
    }

    [Fact]
    public void An_earlier_agreements_number_in_the_text_is_neither_own_nor_counterpart()
    {
        var dnr = Texts.Classify(
            "SISAB\nSvar på remiss KS 2023/740\n\nDen nu gällande överenskommelsen undertecknades 2019 (Dnr KS 2019/656). SISAB har inget att erinra.\n",
            Texts.InFolder("sisab")).Dnr;

        Assert.Equal(["KS 2023/740"], dnr.Counterpart);
        Assert.Empty(dnr.Own);
    }

    [Fact]
    public void The_requests_number_is_its_senders_own()
    {
        var dnr = Texts.Classify("Stockholms Stadshus AB\nDnr KS 2023/740\nRemiss\n\nVi översänder förslaget för yttrande. Svar ska lämnas senast den 2 oktober 2023.\n",
            Texts.InFolder("sisab")).Dnr;

        Assert.Equal(["KS 2023/740"], dnr.Own);
    }
}
