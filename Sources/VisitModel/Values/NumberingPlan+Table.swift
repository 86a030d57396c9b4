extension NumberingPlan {
    /// The country codes in use (ITU-T E.164, list of 2016 and its amendments), line by line: the code; how many digits national
    /// numbers have; how many those have that are dialled within one area; what is dialled before a national number at
    /// home; the countries, the one that the code is named for first. A hyphen stands for nothing.
    ///
    /// The lengths are those of national numbering plans as the ITU publishes them (E.129), in the collection of
    /// libphonenumber 9.0.43 (Apache 2.0); those of offices' special numbers are left out where they are far from all others.
    static let table = """
        1 10 7 1 US AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI
        20 8-10 6-7 0 EG
        211 9 - 0 SS
        212 9 - 0 MA EH
        213 8-9 - 0 DZ
        216 8 - - TN
        218 9 7 0 LY
        220 7,9 - - GM
        221 9 - - SN
        222 8 - - MR
        223 8 - - ML
        224 8-9 - - GN
        225 10 - - CI
        226 8 - - BF
        227 8 - - NE
        228 8 - - TG
        229 10 - - BJ
        230 7-8,10 - - MU
        231 7-9 - 0 LR
        232 8 6 0 SL
        233 8-9 7 0 GH
        234 8,10 6-7 0 NG
        235 8 - - TD
        236 8 - - CF
        237 8-9 - - CM
        238 7 - - CV
        239 7 - - ST
        240 9 - - GQ
        241 7-8 - - GA
        242 9 - - CG
        243 7-10 - 0 CD
        244 9 - - AO
        245 7,9 - - GW
        246 7 - - IO
        247 5 - - AC
        248 7 - - SC
        249 9 - 0 SD
        250 8-9 - 0 RW
        251 9 7 0 ET
        252 6-9 - 0 SO
        253 8 - - DJ
        254 7-10 - 0 KE
        255 9 - 0 TZ
        256 9 5-7 0 UG
        257 8 - - BI
        258 8-9 - - MZ
        260 9 6 0 ZM
        261 9 7 0 MG
        262 9 - 0 RE YT
        263 7,9-10 6-7 0 ZW
        264 8-9 - 0 NA
        265 7,9 - 0 MW
        266 8 - - LS
        267 7-8,10 - - BW
        268 8 - - SZ
        269 7 4 - KM
        27 5-9 - 0 ZA
        290 4-5 - - SH TA
        291 7 6 0 ER
        297 7 - - AW
        298 6 - - FO
        299 6 - - GL
        30 10-12 - - GR
        31 7-11 - 0 NL
        32 8-9 - 0 BE
        33 9 - 0 FR
        34 9 - - ES
        350 8 - - GI
        351 9 - - PT
        352 4-11 - - LU
        353 7-10 5-6 0 IE
        354 7,9 - - IS
        355 6-9 5-7 0 AL
        356 8 - - MT
        357 8 - - CY
        358 5-10 - 0 FI AX
        359 6-9,12 4-5 0 BG
        36 8-9 6-7 06 HU
        370 8 - 0 LT
        371 8 - - LV
        372 7-8,10 - - EE
        373 8 - 0 MD
        374 8 5-6 0 AM
        375 6-11 5-7 8 BY
        376 6,8-9 - - AD
        377 8-9 - 0 MC
        378 8,10 6 - SM
        380 9-10 5-7 0 UA
        381 6-12 4-6 0 RS
        382 8-9 6 0 ME
        383 8-12 - 0 XK
        385 7-9 6-7 0 HR
        386 6-8 7 0 SI
        387 8-9 6 0 BA
        389 8 6-7 0 MK
        39 6-12 - - IT VA
        40 6,9 - 0 RO
        41 9 - 0 CH
        420 9 - - CZ
        421 6-7,9 - 0 SK
        423 7,9 - 0 LI
        43 4-13 3-7 0 AT
        44 7,9-10 4-8 0 GB GG IM JE
        45 8 - - DK
        46 6-9 - 0 SE
        47 8 - - NO SJ
        48 7,9-10 - - PL
        49 5-13 3-8 0 DE
        500 5 - - FK
        501 7,11 - - BZ
        502 8,11 - - GT
        503 7-8,11 - - SV
        504 8,11 - - HN
        505 8 - - NI
        506 8,10 - - CR
        507 7-8,10-11 - - PA
        508 6,9 - 0 PM
        509 8 - - HT
        51 8-9 6-7 0 PE
        52 10 7-8 - MX
        53 6-8,10 4-5 0 CU
        54 10-11 6-8 0 AR
        55 8-11 8-9 0 BR
        56 9-11 - - CL
        57 8,10-11 4,7 0 CO
        58 10 7 0 VE
        590 9 - 0 GP BL MF
        591 8-9 7 0 BO
        592 7 - - GY
        593 8-11 7 0 EC
        594 9 - 0 GF
        595 7-11 5-6 0 PY
        596 9 - 0 MQ
        597 6-7 - - SR
        598 6-13 7 0 UY
        599 7-8 - - CW BQ
        60 8-10 6-7 0 MY
        61 6-10,12 8 0 AU CC CX
        62 8-12 5-7 0 ID
        63 6,8-13 4-5,7 0 PH
        64 8-10 7 0 NZ
        65 8,10-11 - - SG
        66 8-10,13 - 0 TH
        670 7-8 - - TL
        672 6 5 - NF
        673 7 - - BN
        674 7 - - NR
        675 7-8 - - PG
        676 5,7 - - TO
        677 5,7 - - SB
        678 5,7 - - VU
        679 7,11 - - FJ
        680 7 - - PW
        681 6,9 - - WF
        682 5 - - CK
        683 4,7 - - NU
        685 5-7,10 - - WS
        686 5,8 - 0 KI
        687 6 - - NC
        688 5-7 - - TV
        689 8-9 - - PF
        690 4-7 - - TK
        691 7 - - FM
        692 7 - 1 MH
        7 10 5-7 8 RU KZ
        800 8 - -
        808 8 - -
        81 9-10 - 0 JP
        82 8-11 - 0 KR
        84 8-10 - 0 VN
        850 8,10 6-7 0 KP
        852 8-9 - - HK
        853 8 - - MO
        855 8-10 6-7 0 KH
        856 8-10 6 0 LA
        86 10-11 7-8 0 CN
        870 9,12 - -
        878 12 - -
        880 6-10 - 0 BD
        881 9-10 - -
        882 7-12 - -
        883 8-12 - -
        886 8-9 - 0 TW
        888 11 - -
        90 10 - 0 TR
        91 10 6-8 0 IN
        92 8-11 5-8 0 PK
        93 9 7 0 AF
        94 9 7 0 LK
        95 6-10 5 0 MM
        960 7,10 - - MV
        961 7-8 - 0 LB
        962 8-9 - 0 JO
        963 8-9 6-7 0 SY
        964 8-10 6-7 0 IQ
        965 7-8 - - KW
        966 9-10 7 0 SA
        967 7-9 6 0 YE
        968 7-9 - - OM
        970 8-10 7 0 PS
        971 5-12 7 0 AE
        972 7-12 7 0 IL
        973 8 - - BH
        974 7-9,11 - - QA
        975 7-8 6 - BT
        976 8-10 4-6 0 MN
        977 8,10-11 6-7 0 NP
        979 9 - -
        98 6-7,10 4-5,8 0 IR
        992 9 3,5-7 - TJ
        993 8 - 8 TM
        994 9 7 0 AZ
        995 9 6-7 0 GE
        996 9-10 5-6 0 KG
        998 9 - - UZ
        """
}
